/** What the three ways to assume a role have in common. */
import { assumedRoleArn } from '../arn'
import { requestTags } from '../context'
import { serviceError } from '../errors'
import type { Also, Call } from '../kernel'
import type { Role, Session, World } from '../model'
import { openSession, stsCredentials } from '../sessions'
import { findByArn } from '../world'
import { given, HOUR } from './sts-params'

export type RoleInput = {
  RoleArn?: string
  RoleSessionName?: string
  DurationSeconds?: number
  PolicyArns?: { arn?: string }[]
}

export type RoleRequest = {
  sessionName?: string
  sourceIdentity?: string
  tags: { Key?: string; Value?: string }[]
  transitiveTagKeys: string[]
}

/** The condition keys that a request to assume a role carries. */
export const roleContext = (
  { DurationSeconds = HOUR }: RoleInput,
  request: RoleRequest
) => ({
  ...requestTags(request.tags),
  'sts:RoleSessionName': given(request.sessionName),
  'sts:DurationSeconds': String(DurationSeconds),
  ...(request.sourceIdentity ? { 'sts:SourceIdentity': request.sourceIdentity } : {}),
  ...(request.transitiveTagKeys.length > 0
    ? { 'sts:TransitiveTagKeys': request.transitiveTagKeys }
    : {}),
})

/**
 * Tags and a source identity are permissions of their own. A source identity that comes down a
 * chain is asked for again, of both sides.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export function alsoAsked(
  target: Also['target'],
  { tags, sourceIdentity }: RoleRequest,
  chained = false
): Also[] {
  return [
    ...(tags.length > 0 ? [{ action: 'sts:TagSession', target }] : []),
    ...(sourceIdentity
      ? [{ action: 'sts:SetSourceIdentity', target, ...(chained ? { both: true } : {}) }]
      : []),
  ]
}

/** The role of a call that has been authorised, so that it is there. */
export function theRole(world: World, arn: string | undefined) {
  const found = findByArn(world, given(arn))
  if (found?.kind !== 'role' || !found.account) {
    throw serviceError('AccessDenied', 'Access denied')
  }
  return { role: found.role, account: found.account }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining */
export function durationOf({ input, caller }: Call<RoleInput>, role: Role) {
  const seconds = input.DurationSeconds ?? HOUR
  if (caller.kind === 'role' && seconds > HOUR) {
    throw serviceError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.'
    )
  }
  if (seconds > role.maxSessionDuration) {
    throw serviceError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
    )
  }
  return seconds
}

type Opening = Pick<Session, 'mfa' | 'mfaTime' | 'console'> & {
  seconds: number
  account: string
  identity: Session['identity'] & { type: 'role' }
}

/** Opens the session and answers with it. */
export function openRoleSession(world: World, now: string, opening: Opening) {
  const { roleId, roleName, sessionName, sourceIdentity } = opening.identity
  const session = openSession(world, { ...opening, now })
  return {
    Credentials: stsCredentials(session),
    AssumedRoleUser: {
      AssumedRoleId: `${roleId}:${sessionName}`,
      Arn: assumedRoleArn(opening.account, roleName, sessionName),
    },
    ...(sourceIdentity ? { SourceIdentity: sourceIdentity } : {}),
  }
}
