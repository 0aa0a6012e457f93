/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
import type { AssumeRoleRequest } from '@aws-sdk/client-sts'
import type { StsOperations } from '../api'
import { serviceError } from '../errors'
import { type Also, type Call, deferred, type ServiceTable, type Target } from '../kernel'
import type { Session } from '../model'
import { openSession, stsCredentials } from '../sessions'
import { constrain } from './params'
import { mfaContext, spendCode } from './sts-mfa'
import * as p from './sts-params'
import { HOUR } from './sts-params'
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
  type RoleRequest,
  theRole,
} from './sts-role-session'
import { sessionTags } from './sts-tags'

type AssumeCall = Call<AssumeRoleRequest>

const checkAssumeRole = constrain({
  RoleArn: p.arn,
  RoleSessionName: p.sessionName,
  ...p.sessionPolicies,
  DurationSeconds: p.roleSeconds,
  ExternalId: {
    min: 2,
    max: 1224,
    pattern: /^[\w+=,.@:/-]*$/,
    shown: '[\\w+=,.@:\\/-]*',
  },
  SourceIdentity: { ...p.sessionName, required: false },
  Tags: p.sessionTags,
  TransitiveTagKeys: p.transitiveTagKeys,
  ...p.mfa,
  ProvidedContexts: p.providedContexts,
})

const sourceIdentityOf = ({ session }: AssumeCall['caller']) =>
  session?.identity.type === 'role' ? session.identity.sourceIdentity : undefined

/** A source identity that is set goes down the chain, and stays what it is. */
function sourceOf({ input, caller }: AssumeCall) {
  const before = sourceIdentityOf(caller)
  const { SourceIdentity = before } = input
  if (before !== undefined && SourceIdentity !== before) {
    throw serviceError(
      'ValidationError',
      'Source identity can not be changed once it has been set.'
    )
  }
  return SourceIdentity
}

function requestOf(call: AssumeCall): RoleRequest {
  const source = sourceOf(call)
  return {
    sessionName: call.input.RoleSessionName,
    ...(source ? { sourceIdentity: source } : {}),
    tags: call.input.Tags ?? [],
    transitiveTagKeys: call.input.TransitiveTagKeys ?? [],
  }
}

const assumeContext = (call: AssumeCall) => ({
  ...roleContext(call.input, requestOf(call)),
  ...mfaContext(call),
  ...(call.input.ExternalId ? { 'sts:ExternalId': call.input.ExternalId } : {}),
})

const providersOf = ({ ProvidedContexts = [] }: AssumeRoleRequest) =>
  ProvidedContexts.map(({ ProviderArn }) => p.given(ProviderArn))

/**
 * Setting a context is a permission of its own, which the role's trust policy has to give.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/trustedidentitypropagation-using-customermanagedapps-setup.html
 */
const alsoContext = ({ input }: AssumeCall, target: Target): Also[] =>
  input.ProvidedContexts?.length
    ? [
        {
          action: 'sts:SetContext',
          target: {
            ...target,
            context: {
              ...target.context,
              'sts:RequestContextProviders': providersOf(input),
            },
          },
        },
      ]
    : []

/**
 * STS itself signs and encrypts what IAM Identity Center says of somebody. Nobody does so here,
 * so that no assertion can be genuine, whoever is said to have given it.
 */
function refuseContexts({ ProvidedContexts = [] }: AssumeRoleRequest) {
  if (ProvidedContexts.length === 0) return
  throw serviceError(
    'InvalidContextAssertion',
    'The context assertion that was provided is invalid.'
  )
}

/**
 * What is known of MFA when a session begins: its own code, or the sign-in's. A chain of roles
 * does not hand it on: nothing says that AWS does.
 */
function mfaOf(call: Call<{ SerialNumber?: string; TokenCode?: string }>) {
  const { session, kind } = call.caller
  if (spendCode(call)) return { mfa: true }
  if (kind === 'role' || !session?.mfa) return { mfa: false }
  return { mfa: true, mfaTime: session.mfaTime ?? session.issued }
}

/** Root's sessions last an hour at most, whatever is asked. */
const sessionSeconds = (isRoot: boolean, asked = 12 * HOUR) =>
  isRoot ? Math.min(asked, HOUR) : asked

export const stsOperations: ServiceTable<StsOperations> = {
  AssumeRole: {
    check: (input) => {
      checkAssumeRole(input)
      p.checkRoleArn(input.RoleArn)
      checkSessionPolicy(input)
      packedSize(input, p.givenTags(input.Tags))
    },
    needs: (input) => ({ documents: arnsOf(input) }),
    on: (call) => {
      sessionTags(call.caller, call.input)
      return { arn: p.given(call.input.RoleArn), context: assumeContext(call) }
    },
    also: (call) => {
      const target = { arn: p.given(call.input.RoleArn), context: assumeContext(call) }
      const chained = sourceIdentityOf(call.caller) !== undefined
      return [...alsoAsked(target, requestOf(call), chained), ...alsoContext(call, target)]
    },
    run: (call) => {
      const { world, input, caller, now } = call
      const { role, account } = theRole(world, input.RoleArn)
      refuseContexts(input)
      const source = sourceOf(call)
      const seconds = durationOf(call, role)
      const answer = openRoleSession(world, now, {
        account: account.id,
        seconds,
        ...mfaOf(call),
        console: caller.session?.console ?? false,
        identity: {
          type: 'role',
          roleId: role.id,
          roleName: role.name,
          sessionName: p.given(input.RoleSessionName),
          chained: caller.kind === 'role',
          ...(source ? { sourceIdentity: source } : {}),
          ...sessionTags(caller, input),
          ...sessionPolicies(account, input),
        },
      })
      return { ...answer, ...packed(packedSize(input, sessionTags(caller, input).tags)) }
    },
  },

  GetCallerIdentity: {
    readOnly: true,
    on: () => ({ arn: '*' }),
    run: ({ caller }) => ({
      UserId: caller.userId,
      Account: caller.account,
      Arn: caller.arn,
    }),
  },

  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
  GetSessionToken: {
    readOnly: false,
    check: constrain({ DurationSeconds: p.userSeconds, ...p.mfa }),
    on: (call) => ({ arn: call.caller.arn, context: mfaContext(call) }),
    run: (call) => {
      const { world, caller, input, now } = call
      const isRoot = caller.kind === 'root'
      const identity: Session['identity'] = isRoot
        ? { type: 'root' }
        : { type: 'user', userId: caller.userId }
      const session = openSession(world, {
        account: caller.account,
        now,
        seconds: sessionSeconds(isRoot, input.DurationSeconds),
        mfa: spendCode(call),
        console: false,
        identity,
      })
      return { Credentials: stsCredentials(session) }
    },
  },

  ...deferred(
    () => import('./sts-with-proof').then(({ provenOperations }) => provenOperations),
    ['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity']
  ),

  ...deferred(
    () => import('./sts-federation-token').then(({ tokenOperations }) => tokenOperations),
    ['GetFederationToken']
  ),

  ...deferred(
    () => import('./sts-root').then(({ rootOperations }) => rootOperations),
    ['AssumeRoot']
  ),

  ...deferred(
    () =>
      import('./sts-web-identity').then(
        ({ webIdentityOperations }) => webIdentityOperations
      ),
    ['GetWebIdentityToken']
  ),

  ...deferred(
    () => import('./sts-scoped').then(({ scopedOperations }) => scopedOperations),
    ['GetScopedCredentials', 'GetDelegatedAccessToken']
  ),

  ...deferred(
    () => import('./sts-lookups').then(({ lookupOperations }) => lookupOperations),
    ['GetAccessKeyInfo', 'DecodeAuthorizationMessage']
  ),
}
