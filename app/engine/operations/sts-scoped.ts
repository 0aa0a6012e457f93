/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html */
import type { GetScopedCredentialsRequest } from '@aws-sdk/client-sts'
import type { StsOperations } from '../api'
import { serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { Session } from '../model'
import { openSession, stsCredentials } from '../sessions'
import { constrain } from './params'
import * as p from './sts-params'
import { checkSessionPolicy, packedSize } from './sts-policies'
import { onEverything } from './targets'

/** Policies that can be put one upon the other. */
const LAYERS = 3

const checkParameters = constrain({
  Policy: p.shortSessionPolicies.Policy,
  DurationSeconds: { least: 1, most: 129_600 },
  MinimumSessionTokenSize: { least: 0, most: 4096 },
  ScopedSessionDescription: { max: 256 },
})

function check(input: GetScopedCredentialsRequest) {
  checkParameters(input)
  if (input.Policy === undefined && input.DurationSeconds === undefined) {
    throw serviceError(
      'ValidationError',
      'At least one of Policy or DurationSeconds must be specified.'
    )
  }
  checkSessionPolicy(input)
  packedSize(input)
}

type ScopedCall = Call<GetScopedCredentialsRequest>

function theSession({ caller }: ScopedCall): Session {
  if (caller.session) return caller.session
  throw serviceError(
    'InvalidSubjectCredentials',
    'GetScopedCredentials can be called only with temporary security credentials.'
  )
}

function secondsOf({ input, now }: ScopedCall, session: Session) {
  const left = (Date.parse(session.expires) - Date.parse(now)) / 1000
  const { DurationSeconds = left } = input
  if (DurationSeconds > left) {
    throw serviceError(
      'InsufficientSessionLifetime',
      'The requested DurationSeconds is greater than the remaining lifetime of the calling session.'
    )
  }
  return DurationSeconds
}

function scopesOf({ input }: ScopedCall, { scopes = [] }: Session) {
  if (input.Policy === undefined) return scopes
  if (scopes.length < LAYERS) return [...scopes, input.Policy]
  throw serviceError(
    'AccessDenied',
    `A session can have at most ${LAYERS} scope-down policies.`
  )
}

export const scopedOperations: Pick<
  OperationTable<StsOperations>,
  'GetScopedCredentials' | 'GetDelegatedAccessToken'
> = {
  GetScopedCredentials: {
    readOnly: false,
    check,
    on: onEverything,
    run: (call) => {
      const { world, caller, now } = call
      const before = theSession(call)
      const scopes = scopesOf(call, before)
      const seconds = secondsOf(call, before)
      const { identity, mfa, mfaTime = before.issued } = before
      const session = openSession(world, {
        account: before.account,
        identity: structuredClone(identity),
        mfa,
        ...(mfa ? { mfaTime } : {}),
        console: before.console,
        now,
        seconds,
      })
      if (scopes.length > 0) session.scopes = [...scopes]
      const source = 'sourceIdentity' in identity ? identity.sourceIdentity : undefined
      return {
        Credentials: stsCredentials(session),
        SessionInfo: { ScopedSessionId: caller.userId, Arn: caller.arn },
        ScopedPoliciesCount: scopes.length,
        ...(source ? { SourceIdentity: source } : {}),
      }
    },
  },

  /** AWS gives such tokens to its partners alone, so that there is none that would be good. */
  GetDelegatedAccessToken: {
    readOnly: false,
    check: constrain({ TradeInToken: { required: true } }),
    on: onEverything,
    run: () => {
      throw serviceError(
        'ExpiredTradeInTokenException',
        'The trade-in token provided in the request has expired and can no longer be exchanged for credentials.'
      )
    },
    secret: ['TradeInToken'],
  },
}
