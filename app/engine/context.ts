/**
 * The condition keys of a request, as a call from the console or the API would carry them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
import type { Caller } from './caller'
import type { Tag, World } from './model'
import { organizationLevels } from './world'

export type Context = Record<string, string | string[]>

/** An address kept for documentation (RFC 5737): nobody's, and not private. */
const SOURCE_IP = '203.0.113.10'

const principalType = { root: 'Account', user: 'User', role: 'AssumedRole' } as const

export const tagContext = (prefix: string, tags: Tag[]): Context =>
  Object.fromEntries(tags.map((tag) => [`${prefix}/${tag.Key}`, tag.Value]))

/** `aws:RequestTag/…` and `aws:TagKeys` of a call that sets tags. */
export const requestTags = (tags: { Key?: string; Value?: string }[] = []): Context =>
  tags.length === 0
    ? {}
    : {
        ...Object.fromEntries(
          tags.map((tag) => [`aws:RequestTag/${tag.Key ?? ''}`, tag.Value ?? ''])
        ),
        'aws:TagKeys': tags.map((tag) => tag.Key ?? ''),
      }

/** IAM's resources answer to both spellings of the tag key. */
export const resourceTags = (tags: Tag[]): Context => ({
  ...tagContext('aws:ResourceTag', tags),
  ...tagContext('iam:ResourceTag', tags),
})

function callerTags(caller: Caller): Context {
  if (caller.kind === 'user') return tagContext('aws:PrincipalTag', caller.user.tags)
  if (caller.kind === 'root') return {}
  const identity = caller.session?.identity
  const session = identity?.type === 'role' ? identity.tags : []
  // a session tag wins over the role's tag of the same key
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
  return tagContext('aws:PrincipalTag', [...caller.role.tags, ...session])
}

function sessionContext(caller: Caller, now: string): Context {
  const { session } = caller
  if (!session) return {}
  const age = Math.floor((Date.parse(now) - Date.parse(session.issued)) / 1000)
  const identity = session.identity
  return {
    'aws:TokenIssueTime': session.issued,
    'aws:MultiFactorAuthPresent': String(session.mfa),
    ...(session.mfa ? { 'aws:MultiFactorAuthAge': String(age) } : {}),
    ...(identity.type === 'role' && identity.sourceIdentity
      ? { 'aws:SourceIdentity': identity.sourceIdentity }
      : {}),
  }
}

function organizationContext(world: World, account: string): Context {
  const { organization } = world
  if (!organization?.accounts[account]) return {}
  const path = organizationLevels(organization, account)?.slice(1, -1) ?? []
  return {
    'aws:PrincipalOrgID': organization.id,
    'aws:PrincipalOrgPaths': [[organization.id, 'r-root', ...path, ''].join('/')],
  }
}

export const callerContext = (world: World, caller: Caller, now: string): Context => ({
  'aws:PrincipalArn': caller.kind === 'role' ? caller.roleArn : caller.arn,
  'aws:PrincipalType': principalType[caller.kind],
  'aws:PrincipalAccount': caller.account,
  'aws:PrincipalIsAWSService': 'false',
  'aws:userid': caller.userId,
  ...(caller.kind === 'user' ? { 'aws:username': caller.name } : {}),
  ...callerTags(caller),
  ...sessionContext(caller, now),
  ...organizationContext(world, caller.account),
  'aws:CurrentTime': now,
  'aws:EpochTime': String(Math.floor(Date.parse(now) / 1000)),
  'aws:SourceIp': SOURCE_IP,
  'aws:UserAgent': 'Understudy',
  'aws:SecureTransport': 'true',
  // IAM and the other global services answer from one Region
  'aws:RequestedRegion': 'us-east-1',
  'aws:ViaAWSService': 'false',
})
