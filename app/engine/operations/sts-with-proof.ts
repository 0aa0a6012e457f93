/**
 * Roles for people whom an identity provider vouches for. They have no credentials: who calls is
 * read out of the token or the assertion.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
import type {
  AssumeRoleWithSAMLRequest,
  AssumeRoleWithWebIdentityRequest,
} from '@aws-sdk/client-sts'
import type { StsOperations } from '../api'
import { parseArn } from '../arn'
import type { Proof } from '../caller'
import { serviceError } from '../errors'
import { unreachable } from '../federation/refusals'
import { proveByAssertion } from '../federation/saml'
import { proveByToken } from '../federation/token'
import type { Call, OperationTable } from '../kernel'
import { constrain } from './params'
import * as p from './sts-params'
import {
  arnsOf,
  checkSessionPolicy,
  packed,
  packedSize,
  sessionPolicies,
} from './sts-policies'
import {
  alsoAsked,
  durationOf,
  openRoleSession,
  roleContext,
  type RoleInput,
  type RoleRequest,
  theRole,
} from './sts-role-session'
import { sessionTags } from './sts-tags'

type ProvenCall = Call<RoleInput & { Policy?: string }>

function proofOf({ caller }: ProvenCall): Proof {
  if (caller.kind === 'saml' || caller.kind === 'oidc') return caller.proof
  throw serviceError('AccessDenied', 'Access denied')
}

function requestOf(call: ProvenCall): RoleRequest {
  const { sessionName, sourceIdentity, tags, transitiveTagKeys } = proofOf(call)
  return {
    sessionName: sessionName ?? call.input.RoleSessionName,
    ...(sourceIdentity ? { sourceIdentity } : {}),
    tags,
    transitiveTagKeys,
  }
}

const tagsOf = (call: ProvenCall) => {
  const { tags, transitiveTagKeys } = proofOf(call)
  return sessionTags(call.caller, { Tags: tags, TransitiveTagKeys: transitiveTagKeys })
}

function onRole(call: ProvenCall) {
  const { tags } = tagsOf(call)
  packedSize(call.input, tags)
  return {
    arn: p.given(call.input.RoleArn),
    context: roleContext(call.input, requestOf(call)),
  }
}

const alsoOnRole = (call: ProvenCall) => alsoAsked(onRole(call), requestOf(call))

/** As long as asked for, and no longer than the provider lets it last. */
function secondsOf(call: ProvenCall, longest: number) {
  const { ends } = proofOf(call)
  if (ends === undefined) return longest
  const left = Math.floor((Date.parse(ends) - Date.parse(call.now)) / 1000)
  return Math.min(longest, left)
}

function assume(call: ProvenCall) {
  const { world, input, caller, now } = call
  const { role, account } = theRole(world, input.RoleArn)
  const proof = proofOf(call)
  const { sessionName, sourceIdentity } = requestOf(call)
  const tags = tagsOf(call)
  const answer = openRoleSession(world, now, {
    account: account.id,
    seconds: secondsOf(call, durationOf(call, role)),
    mfa: false,
    console: false,
    identity: {
      type: 'role',
      roleId: role.id,
      roleName: role.name,
      sessionName: p.given(sessionName),
      chained: false,
      ...(sourceIdentity ? { sourceIdentity } : {}),
      ...(caller.kind === 'oidc' ? { federatedProvider: caller.provider } : {}),
      context: proof.kept,
      ...tags,
      ...sessionPolicies(account, input),
    },
  })
  return { ...answer, ...proof.answer, ...packed(packedSize(input, tags.tags)) }
}

const checkWithSaml = constrain({
  RoleArn: p.arn,
  PrincipalArn: p.arn,
  SAMLAssertion: { required: true, min: 4, max: 100_000 },
  ...p.shortSessionPolicies,
  DurationSeconds: p.roleSeconds,
})

const checkWithToken = constrain({
  RoleArn: p.arn,
  RoleSessionName: p.sessionName,
  WebIdentityToken: { required: true, min: 4, max: 20_000 },
  ProviderId: { min: 4, max: 2048 },
  ...p.shortSessionPolicies,
  DurationSeconds: p.roleSeconds,
})

type Proven = 'AssumeRoleWithSAML' | 'AssumeRoleWithWebIdentity'

export const provenOperations: Pick<OperationTable<StsOperations>, Proven> = {
  AssumeRoleWithSAML: {
    secret: ['SAMLAssertion'],
    check: (input: AssumeRoleWithSAMLRequest) => {
      checkWithSaml(input)
      p.checkRoleArn(input.RoleArn)
      if (!/^arn:[^:]+:iam::\d{12}:saml-provider\/./.test(p.given(input.PrincipalArn))) {
        throw serviceError('ValidationError', `${input.PrincipalArn} is invalid`)
      }
      checkSessionPolicy(input)
    },
    needs: (input) => ({ documents: arnsOf(input) }),
    identify: ({ RoleArn, PrincipalArn, SAMLAssertion }, world, now) => {
      const asked = { role: p.given(RoleArn), provider: p.given(PrincipalArn) }
      return proveByAssertion(world, asked, p.given(SAMLAssertion), now)
    },
    on: onRole,
    also: alsoOnRole,
    run: assume,
  },

  AssumeRoleWithWebIdentity: {
    secret: ['WebIdentityToken'],
    check: (input: AssumeRoleWithWebIdentityRequest) => {
      checkWithToken(input)
      p.checkRoleArn(input.RoleArn)
      checkSessionPolicy(input)
    },
    needs: (input) => ({ documents: arnsOf(input) }),
    identify: async ({ RoleArn, WebIdentityToken, ProviderId }, world, now) => {
      // for access tokens, which their provider has to be asked about
      if (ProviderId !== undefined) throw unreachable()
      const account = p.given(parseArn(p.given(RoleArn))?.account)
      return proveByToken(world, account, p.given(WebIdentityToken), now)
    },
    on: onRole,
    also: alsoOnRole,
    run: assume,
  },
}
