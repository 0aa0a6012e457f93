/**
 * Every policy that has a say in a request, gathered from the world with a name for each.
 */
import type { Caller } from './caller'
import { isAwsManaged, isLoaded, managedPolicyDocument } from './catalog/managed-policies'
import type { PolicyName, PolicyNames, PolicySet } from './evaluate/decision'
import type {
  Account,
  Denial,
  OrganizationPolicy,
  PolicyHolder,
  Role,
  User,
  World,
} from './model'
import { nameOf } from './arn'
import { denialLevel } from './denials'
import { documentOf } from './policy/kept'
import { entryOf, nameOfKey } from './records'
import { organizationLevels } from './world'

type Named = { document: string | undefined; name: PolicyName }

/** The text of a managed policy's default version, customer's or AWS's. */
export function managedDocument(account: Account, arn: string) {
  const policy = account.policies[arn]
  return policy
    ? policy.versions[policy.defaultVersion]?.document
    : managedPolicyDocument(arn)
}

function policiesOfHolder(account: Account, holder: PolicyHolder, via?: string): Named[] {
  const inline = Object.entries(holder.inline).map(([key, document]) => ({
    document,
    name: { name: nameOfKey(key), via: via ?? 'Inline' },
  }))
  const attached = holder.attached.map((arn) => ({
    document: managedDocument(account, arn),
    name: { name: nameOf(arn), arn, via: via ?? 'Directly' },
  }))
  return [...inline, ...attached]
}

function identityPolicies(account: Account, caller: Caller): Named[] {
  switch (caller.kind) {
    case 'role':
      return policiesOfHolder(account, caller.role)
    case 'user':
      return [...policiesOfUser(account, caller.user), ...passwordPolicy(account, caller)]
    case 'federated-user':
      return caller.user ? policiesOfUser(account, caller.user) : [everything]
    default:
      return []
  }
}

function policiesOfUser(account: Account, user: User): Named[] {
  const groups = user.groups.flatMap((name) => {
    const group = entryOf(account.groups, name)
    return group ? policiesOfHolder(account, group, `Group ${name}`) : []
  })
  return [...policiesOfHolder(account, user), ...groups]
}

const allowing = (Action: string, Resource: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource }],
  })

/** The root user's permissions, for the federated users whom it lets in. */
const everything: Named = { document: allowing('*', '*'), name: { name: 'Root user' } }

/**
 * What the account's password policy grants its users: it is attached to nobody.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html
 */
function passwordPolicy(account: Account, { arn }: Caller): Named[] {
  if (!account.passwordPolicy?.allowChange) return []
  const name = { name: 'Password policy', via: 'Account settings' }
  return [
    { document: allowing('iam:ChangePassword', arn), name },
    { document: allowing('iam:GetAccountPasswordPolicy', '*'), name },
  ]
}

/** A document that is missing grants nothing: it stands as one without statements. */
const split = (named: Named[]) => ({
  documents: named.map((policy) => documentOf(policy.document)),
  names: named.map((policy) => policy.name),
})

function boundaryOf(account: Account, caller: Caller): Named[] | undefined {
  const arn = holderOf(caller)?.boundary
  if (!arn) return undefined
  return [{ document: managedDocument(account, arn), name: { name: nameOf(arn), arn } }]
}

/** The user or role that the caller's policies are attached to. */
function holderOf(caller: Caller): User | Role | undefined {
  if (caller.kind === 'role') return caller.role
  return caller.kind === 'user' || caller.kind === 'federated-user'
    ? caller.user
    : undefined
}

function sessionPoliciesOf({ session }: Caller): Named[] | undefined {
  const identity = session?.identity
  if (!identity || !('policies' in identity)) return undefined
  const { policies, policyArns = [] } = identity
  if (policies.length === 0) return undefined
  const inline = policies.length - policyArns.length
  return policies.map((document, index) => {
    const arn = policyArns[index - inline]
    const name = arn ? { name: nameOf(arn), arn } : { name: `Session policy ${index + 1}` }
    return { document, name }
  })
}

function organizationPolicies(
  world: World,
  account: string,
  kind: 'scps' | 'rcps'
): Named[][] | undefined {
  const levels = organizationLevels(world.organization, account)
  const byTarget = world.organization?.[kind]
  if (!levels || !byTarget || Object.keys(byTarget).length === 0) return undefined
  return levels.map((target) => (byTarget[target] ?? []).map(toNamed))
}

const toNamed = ({ arn, name, document }: OrganizationPolicy): Named => ({
  document,
  name: { name, arn },
})

/** Those of the organization, below the denials that somebody asked for. */
function serviceControlPolicies(world: World, account: string): Named[][] | undefined {
  const levels = organizationPolicies(world, account, 'scps')
  const { denials } = world.rules
  if (!denials?.length) return levels
  return [denialLevel(denials).map(toNamed), ...(levels ?? [])]
}

/**
 * RCPs reach the resources of these services only.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const servicesWithRcps = new Set([
  's3',
  'sts',
  'kms',
  'sqs',
  'secretsmanager',
  'cognito-identity',
  'cognito-idp',
  'dynamodb',
  'ecr',
  'logs',
  'aoss',
])

type Gathered = { set: PolicySet; names: PolicyNames; complete: boolean }

/** What is attached to the caller, whatever the request. */
function gatherCaller(world: World, account: Account, caller: Caller): Gathered {
  const identity = split(identityPolicies(account, caller))
  const boundary = boundaryOf(account, caller)
  const session = sessionPoliciesOf(caller)
  const scps = serviceControlPolicies(world, account.id)
  const complete = [...identityPolicies(account, caller), ...(boundary ?? [])].every(
    ({ document, name }) => document !== undefined || isLoaded([name.arn ?? ''])
  )
  const set: PolicySet = { identity: identity.documents }
  const names: PolicyNames = { identity: identity.names }
  if (boundary) ({ documents: set.boundary, names: names.boundary } = split(boundary))
  if (session) ({ documents: set.session, names: names.session } = split(session))
  if (scps) {
    set.scps = scps.map((level) => split(level).documents)
    names.scps = scps.map((level) => split(level).names)
  }
  return { set, names, complete }
}

type Kept = { of: Gathered; denials?: Denial[] } & Pick<World, 'organization'>

/** Gathered once for a caller and kept until the account or the organization changes. */
const kept = new WeakMap<Account, Map<string, Kept>>()

function callerPolicies(world: World, caller: Caller): Gathered {
  const account = world.accounts[caller.account]
  if (!account) return { set: { identity: [] }, names: {}, complete: true }
  const byCaller = kept.get(account) ?? new Map<string, Kept>()
  kept.set(account, byCaller)
  // a question's session has no key of its own
  const key = caller.session?.accessKeyId || `${caller.kind} ${caller.arn}`
  const before = byCaller.get(key)
  const { organization, rules } = world
  if (before && before.organization === organization && before.denials === rules.denials)
    return before.of
  const of = gatherCaller(world, account, caller)
  // a document still to be loaded must not be remembered as missing
  if (of.complete) byCaller.set(key, { organization, denials: rules.denials, of })
  return of
}

export type ResourcePolicy = { kind: 'resource' | 'trust'; text: string; name: PolicyName }

export function gatherPolicies(
  world: World,
  caller: Caller,
  request: { action: string; owner?: string },
  policy?: ResourcePolicy
): Gathered {
  const own = callerPolicies(world, caller)
  const service = request.action.slice(0, request.action.indexOf(':'))
  const rcps =
    request.owner && servicesWithRcps.has(service)
      ? organizationPolicies(world, request.owner, 'rcps')
      : undefined
  if (!policy && !rcps) return own
  const set = { ...own.set }
  const names = { ...own.names }
  if (policy) {
    set[policy.kind] = documentOf(policy.text)
    names[policy.kind] = policy.name
  }
  if (rcps) {
    set.rcps = rcps.map((level) => split(level).documents)
    names.rcps = rcps.map((level) => split(level).names)
  }
  return { set, names, complete: own.complete }
}

/** AWS managed policies that have to be loaded before this caller can be judged. */
export function managedPoliciesOf(world: World, caller: Caller): string[] {
  const holder = holderOf(caller)
  if (!holder) return []
  const account = world.accounts[caller.account]
  const groups = 'groups' in holder ? holder.groups : []
  const arns = [
    ...holder.attached,
    ...groups.flatMap((name) => (account && entryOf(account.groups, name)?.attached) ?? []),
    ...(holder.boundary ? [holder.boundary] : []),
  ]
  return arns.filter((arn) => isAwsManaged(arn))
}
