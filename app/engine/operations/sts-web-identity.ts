/**
 * Tokens by which others can tell who somebody in an account is.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html
 */
import type { GetWebIdentityTokenRequest } from '@aws-sdk/client-sts'
import type { StsOperations } from '../api'
import { callerTags, organizationContext, requestTags } from '../context'
import { serviceError } from '../errors'
import { isSigningAlgorithm, signed, unsigned } from '../federation/outbound'
import type { Claims } from '../federation/jwt'
import { newUuid } from '../ids'
import type { Also, Call, OperationTable, Target } from '../kernel'
import type { Tag } from '../model'
import { constrain } from './params'
import * as p from './sts-params'

/** Bytes of claims; AWS does not say how many it takes. */
const LARGEST = 16_384

const SHORT = 300

const checkParameters = constrain({
  Audience: { required: true, list: true, max: 10, each: { min: 1, max: 1000 } },
  DurationSeconds: { least: 60, most: 3600 },
  SigningAlgorithm: { required: true, min: 5, max: 5 },
  Scope: {},
  SubjectMode: { oneOf: ['AWSIdentity', 'OriginIdentity'] },
  Tags: p.sessionTags,
})

const invalid = (message: string) => serviceError('ValidationError', message)

function checkTags(tags: Tag[]) {
  const keys = tags.map(({ Key }) => Key.toLowerCase())
  if (new Set(keys).size === keys.length) return
  throw serviceError(
    'InvalidParameterValue',
    'Duplicate tag keys found. Please note that Tag keys are case insensitive.'
  )
}

function check(input: GetWebIdentityTokenRequest) {
  checkParameters(input)
  if (!isSigningAlgorithm(p.given(input.SigningAlgorithm))) {
    throw invalid(
      'Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for supported algorithms'
    )
  }
  checkTags(p.givenTags(input.Tags))
  checkScope(input)
}

/** Scopes are for tokens that speak of somebody else than the caller. */
function checkScope({ Scope, SubjectMode, Audience = [] }: GetWebIdentityTokenRequest) {
  if (Scope === undefined) return
  if (SubjectMode !== 'OriginIdentity' || Audience.length !== 1) {
    throw invalid(
      'Scope can be specified only when SubjectMode is OriginIdentity and exactly one audience is requested.'
    )
  }
  const scopes = Scope.split(' ')
  const isWhole = scopes.every((scope) => /^[!#-+\--[\]-~]+$/.test(scope))
  if (!isWhole || new Set(scopes).size < scopes.length) throw invalid('Scope is not valid.')
}

type TokenCall = Call<GetWebIdentityTokenRequest>

const secondsOf = ({ DurationSeconds = SHORT }: GetWebIdentityTokenRequest) =>
  DurationSeconds

function onSelf({ account, input }: TokenCall): Target {
  return {
    arn: `arn:aws:sts::${account.id}:self`,
    context: {
      'sts:IdentityTokenAudience': input.Audience ?? [],
      'sts:SigningAlgorithm': p.given(input.SigningAlgorithm),
      'sts:DurationSeconds': String(secondsOf(input)),
      'sts:SubjectMode': input.SubjectMode ?? 'AWSIdentity',
      ...requestTags(input.Tags),
      ...(input.Scope ? { 'sts:IdentityTokenScope': input.Scope.split(' ') } : {}),
    },
  }
}

function alsoAsked(call: TokenCall): Also[] {
  const target = onSelf(call)
  return [
    ...(call.input.Tags?.length ? [{ action: 'sts:TagGetWebIdentityToken', target }] : []),
    ...(call.input.Scope ? [{ action: 'sts:SetWebIdentityTokenScope', target }] : []),
  ]
}

/** A token may not outlive the session that asks for it. */
function checkSession({ caller, input, now }: TokenCall) {
  if (caller.kind === 'federated-user') {
    throw serviceError(
      'AccessDenied',
      'GetWebIdentityToken does not support federated user sessions'
    )
  }
  // nobody's session here carries an identity that was propagated to it
  if (input.SubjectMode === 'OriginIdentity') {
    throw invalid(
      'The calling session does not contain the context that SubjectMode OriginIdentity requires.'
    )
  }
  const end = Date.parse(now) + secondsOf(input) * 1000
  if (caller.session && Date.parse(caller.session.expires) < end) {
    throw serviceError(
      'SessionDurationEscalationException',
      "Requested token expiry time must be before the original session's expiry time."
    )
  }
}

const byKey = (tags: Tag[]) =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]))

/** What an organization's accounts share, and where in it the caller's is. */
function organizationClaims({ world, account }: TokenCall): Claims {
  const found = organizationContext(world, account.id)
  const id = found['aws:PrincipalOrgID']
  return id ? { org_id: id, ou_path: found['aws:PrincipalOrgPaths'] } : {}
}

function sessionClaims({ caller: { session } }: TokenCall): Claims {
  const identity = session?.identity
  if (!session || identity?.type !== 'role') return {}
  const { sourceIdentity, federatedProvider } = identity
  return {
    original_session_exp: session.expires.replace(/\.\d+Z$/, 'Z'),
    ...(sourceIdentity ? { source_identity: sourceIdentity } : {}),
    ...(federatedProvider ? { federated_provider: federatedProvider } : {}),
  }
}

function claimsOf(call: TokenCall, iss: string): Claims {
  const { world, account, caller, input, now } = call
  const subject = caller.kind === 'role' ? caller.roleArn : caller.arn
  const [aud, ...others] = input.Audience ?? []
  const iat = Math.floor(Date.parse(now) / 1000)
  const tags = callerTags(caller)
  return {
    aud: others.length > 0 ? input.Audience : aud,
    sub: subject,
    'https://sts.amazonaws.com/': {
      ...organizationClaims(call),
      aws_account: account.id,
      source_region: 'us-east-1',
      principal_id: subject,
      ...(tags.length > 0 ? { principal_tags: byKey(tags) } : {}),
      ...(input.Tags?.length ? { request_tags: byKey(p.givenTags(input.Tags)) } : {}),
      ...sessionClaims(call),
    },
    iss,
    exp: iat + secondsOf(input),
    iat,
    jti: newUuid(world),
  }
}

export const webIdentityOperations: Pick<
  OperationTable<StsOperations>,
  'GetWebIdentityToken'
> = {
  GetWebIdentityToken: {
    readOnly: false,
    check,
    on: onSelf,
    also: alsoAsked,
    run: (call) => {
      const { account, input, now } = call
      checkSession(call)
      const { outboundFederation: own } = account
      if (!own?.enabled) {
        throw serviceError(
          'OutboundWebIdentityFederationDisabledException',
          'OutboundWebIdentityFederation is disabled.'
        )
      }
      const claims = claimsOf(call, own.issuer)
      if (new TextEncoder().encode(JSON.stringify(claims)).length > LARGEST) {
        throw serviceError(
          'JWTPayloadSizeExceededException',
          'The requested token payload size exceeds the maximum allowed size.'
        )
      }
      const algorithm = p.given(input.SigningAlgorithm)
      return {
        WebIdentityToken: unsigned(algorithm === 'ES384' ? 'ES384' : 'RS256', claims),
        Expiration: new Date(Date.parse(now) + secondsOf(input) * 1000),
      }
    },
    finish: async (output) => ({
      ...output,
      WebIdentityToken: await signed(p.given(output.WebIdentityToken)),
    }),
  },
}
