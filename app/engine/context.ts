/**
 * The condition keys of a request, as a call from the console or the API would carry them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
import type { Caller } from './caller'
import type { Session, Tag, World } from './model'
import { organizationLevels } from './world'

export type Context = Record<string, string | string[]>

/** An address kept for documentation (RFC 5737): nobody's, and not private. */
const SOURCE_IP = '203.0.113.10'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
const principalTypes = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
} as const

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

/**
 * A session tag wins over a tag of the same key on the role or user; case does not tell keys
 * apart. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
const overridden = (tags: Tag[], by: Tag[]) => [
  ...tags.filter(
    ({ Key }) => !by.some((tag) => tag.Key.toLowerCase() === Key.toLowerCase())
  ),
  ...by,
]

export function callerTags(caller: Caller): Tag[] {
  const identity = caller.session?.identity
  const own = identity && 'tags' in identity ? identity.tags : []
  switch (caller.kind) {
    case 'user':
      return caller.user.tags
    case 'role':
      return overridden(caller.role.tags, own)
    case 'federated-user':
      return overridden(caller.user?.tags ?? [], own)
    default:
      return []
  }
}

/** Present in requests with temporary credentials alone. */
function sessionContext({ session }: Caller, now: string): Context {
  if (!session) return {}
  const since = Date.parse(session.mfaTime ?? session.issued)
  const age = Math.floor((Date.parse(now) - since) / 1000)
  return {
    'aws:TokenIssueTime': session.issued,
    'aws:MultiFactorAuthPresent': String(session.mfa),
    ...(session.mfa ? { 'aws:MultiFactorAuthAge': String(age) } : {}),
    ...roleSessionContext(session.identity),
    ...rootSessionContext(session.identity),
  }
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-properties
 */
function roleSessionContext(identity: Session['identity']): Context {
  if (identity.type !== 'role') return {}
  const { sourceIdentity, federatedProvider, context } = identity
  return {
    ...context,
    ...(sourceIdentity ? { 'aws:SourceIdentity': sourceIdentity } : {}),
    ...(federatedProvider ? { 'aws:FederatedProvider': federatedProvider } : {}),
  }
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-assumedroot
 */
function rootSessionContext(identity: Session['identity']): Context {
  if (!('assumed' in identity)) return {}
  const { sourceIdentity } = identity
  return {
    'aws:AssumedRoot': 'true',
    ...(sourceIdentity ? { 'aws:SourceIdentity': sourceIdentity } : {}),
  }
}

export function organizationContext(world: World, account: string): Context {
  const { organization } = world
  if (!organization?.accounts[account]) return {}
  const path = organizationLevels(organization, account)?.slice(1, -1) ?? []
  return {
    'aws:PrincipalOrgID': organization.id,
    'aws:PrincipalOrgPaths': [[organization.id, 'r-root', ...path, ''].join('/')],
  }
}

/**
 * Who calls, as far as the request says: a service is in no account, and somebody who does not
 * sign has no name.
 */
function principalContext(caller: Caller): Context {
  switch (caller.kind) {
    case 'service':
      return {
        'aws:PrincipalIsAWSService': 'true',
        'aws:PrincipalServiceName': caller.service,
        'aws:PrincipalServiceNamesList': [caller.service],
      }
    case 'anonymous':
      return { 'aws:PrincipalType': 'Anonymous', 'aws:PrincipalAccount': 'anonymous' }
    case 'saml':
    case 'oidc':
      return { ...caller.proof.context, 'aws:PrincipalIsAWSService': 'false' }
    default:
      return {
        'aws:PrincipalArn': caller.kind === 'role' ? caller.roleArn : caller.arn,
        'aws:PrincipalType': principalTypes[caller.kind],
        'aws:PrincipalAccount': caller.account,
        'aws:PrincipalIsAWSService': 'false',
        'aws:userid': caller.userId,
        ...(caller.kind === 'user' ? { 'aws:username': caller.name } : {}),
      }
  }
}

/** A service calls from an address that is nobody's business. */
const networkContext = (caller: Caller): Context =>
  caller.kind === 'service' ? {} : { 'aws:SourceIp': SOURCE_IP }

export const callerContext = (world: World, caller: Caller, now: string): Context => ({
  ...principalContext(caller),
  ...tagContext('aws:PrincipalTag', callerTags(caller)),
  ...sessionContext(caller, now),
  ...(isPrincipalOfAccount(caller) ? organizationContext(world, caller.account) : {}),
  'aws:CurrentTime': now,
  'aws:EpochTime': String(Math.floor(Date.parse(now) / 1000)),
  ...networkContext(caller),
  'aws:UserAgent': 'Understudy',
  'aws:SecureTransport': 'true',
  // IAM and the other global services answer from one Region
  'aws:RequestedRegion': 'us-east-1',
  'aws:ViaAWSService': 'false',
})

const isPrincipalOfAccount = ({ kind }: Caller) =>
  kind === 'root' || kind === 'user' || kind === 'role' || kind === 'federated-user'
