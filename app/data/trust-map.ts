/**
 * Which questions it takes to know who can assume what: pure, from the account's own details.
 * The engine has the last word on each; nobody is left out who could.
 */
import type {
  GetAccountAuthorizationDetailsResponse,
  GroupDetail,
  ManagedPolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam'
import { parseArn, rootArn } from '~/engine/arn'
import { compileActions, findAction } from '~/engine/match/action'
import { type PolicyDocument, type PolicyStatement, toList } from '~/engine/policy/document'
import { decodeDocument, readDocument } from './documents'

export type Details = Pick<
  GetAccountAuthorizationDetailsResponse,
  'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies'
>

export type EntityKind = 'user' | 'role' | 'account' | 'service' | 'provider' | 'everyone'

export type Candidate = {
  /** ARN of a principal, the name of a service, or `*`. */
  from: string
  /** ARN of a role. */
  to: string
  action: string
  /** A policy at either end names the other, and not only its account or a pattern. */
  named: boolean
}

const ASSUME = 'sts:AssumeRole'

const isAssumed = (statement: PolicyStatement) =>
  statement.Action === undefined ||
  findAction(compileActions(toList(statement.Action)), ASSUME.toLowerCase()) !== undefined

const allows = (document: PolicyDocument | undefined) =>
  toList(document?.Statement).filter(
    (statement) => statement.Effect === 'Allow' && isAssumed(statement)
  )

const read = (encoded: string | undefined) => readDocument(decodeDocument(encoded))

type Holder = {
  Arn?: string | undefined
  AttachedManagedPolicies?: { PolicyArn?: string | undefined }[] | undefined
}

const defaultText = ({ PolicyVersionList = [], DefaultVersionId }: ManagedPolicyDetail) =>
  PolicyVersionList.find(({ VersionId }) => VersionId === DefaultVersionId)?.Document

/** Every identity policy that somebody has, from wherever. */
function policiesOf(details: Details) {
  const managed = new Map(
    (details.Policies ?? []).map((policy) => [policy.Arn, read(defaultText(policy))])
  )
  const groups = new Map((details.GroupDetailList ?? []).map((g) => [g.GroupName, g]))
  const own = (holder: Holder, inline: { PolicyDocument?: string | undefined }[]) => [
    ...inline.map(({ PolicyDocument }) => read(PolicyDocument)),
    ...(holder.AttachedManagedPolicies ?? []).map(({ PolicyArn }) =>
      managed.get(PolicyArn)
    ),
  ]
  const ofGroup = (group: GroupDetail) => own(group, group.GroupPolicyList ?? [])
  return {
    user: (user: UserDetail) => [
      ...own(user, user.UserPolicyList ?? []),
      ...(user.GroupList ?? []).flatMap((name) => {
        const group = groups.get(name)
        return group ? ofGroup(group) : []
      }),
    ],
    role: (role: RoleDetail) => own(role, role.RolePolicyList ?? []),
  }
}

type Identity = {
  arn: string
  /** Some policy allows it to assume something. */
  allowed: boolean
  /** Roles that its policies name in full. */
  targets: string[]
}

const roleArns = (statement: PolicyStatement) =>
  toList(statement.Resource).filter(
    (arn) => /^arn:[^:]*:iam::\d{12}:role\//.test(arn) && !/[*?$]/.test(arn)
  )

function toIdentity(arn: string, documents: (PolicyDocument | undefined)[]): Identity {
  const statements = documents.flatMap(allows)
  return { arn, allowed: statements.length > 0, targets: statements.flatMap(roleArns) }
}

function identitiesOf(details: Details): Identity[] {
  const of = policiesOf(details)
  return [
    ...(details.UserDetailList ?? []).map((user) =>
      toIdentity(user.Arn ?? '', of.user(user))
    ),
    ...(details.RoleDetailList ?? []).map((role) =>
      toIdentity(role.Arn ?? '', of.role(role))
    ),
  ]
}

/** By the kind of principal that a trust policy can name. */
const actions: Record<string, string> = {
  'saml-provider': 'sts:AssumeRoleWithSAML',
  'oidc-provider': 'sts:AssumeRoleWithWebIdentity',
}

const actionOf = (provider: string) =>
  actions[parseArn(provider)?.resource.split('/')[0] ?? ''] ??
  'sts:AssumeRoleWithWebIdentity'

function principalsIn(document: PolicyDocument | undefined) {
  const trusting = toList(document?.Statement).filter(({ Effect }) => Effect === 'Allow')
  const elements = trusting.flatMap(({ Principal, NotPrincipal }) =>
    NotPrincipal === undefined ? [Principal] : ['*' as const]
  )
  const list = (kind: string) =>
    elements.flatMap((element) =>
      element === undefined || typeof element === 'string' ? [] : toList(element[kind])
    )
  return {
    everyone: elements.includes('*') || list('AWS').includes('*'),
    aws: list('AWS').filter((arn) => arn !== '*'),
    services: list('Service'),
    providers: list('Federated'),
  }
}

const accountOf = (principal: string) =>
  /^\d{12}$/.test(principal) ? principal : (parseArn(principal)?.account ?? '')

const isWhole = (principal: string) =>
  /^\d{12}$/.test(principal) || parseArn(principal)?.resource === 'root'

/** What has to be asked about one role. */
function candidatesFor(role: RoleDetail, identities: Identity[], own: string): Candidate[] {
  const to = role.Arn ?? ''
  const { everyone, aws, services, providers } = principalsIn(
    read(role.AssumeRolePolicyDocument)
  )
  const ask = (from: string, named: boolean, action = ASSUME) => ({
    from,
    to,
    action,
    named,
  })
  const named = aws.filter((arn) => !isWhole(arn)).map((arn) => ask(arn, true))
  const opensOwn = everyone || aws.some((arn) => isWhole(arn) && accountOf(arn) === own)
  // a policy may reach for a role that does not trust its holder
  const reaching = identities
    .filter(({ arn }) => !aws.includes(arn))
    .filter(({ allowed, targets }) => (opensOwn && allowed) || targets.includes(to))
    .map(({ arn, targets }) => ask(arn, targets.includes(to)))
  const others = aws.filter((arn) => isWhole(arn) && accountOf(arn) !== own)
  return [
    ...named,
    ...reaching,
    ...others.map((arn) => ask(rootArn(accountOf(arn)), false)),
    ...(everyone ? [ask('*', false)] : []),
    ...services.map((service) => ask(service, true)),
    ...providers.map((provider) => ask(provider, true, actionOf(provider))),
  ]
}

/** Every pair that the engine has to be asked about; `own` is the account. */
export function candidatesOf(details: Details, own: string): Candidate[] {
  const identities = identitiesOf(details)
  const inward = (details.RoleDetailList ?? []).flatMap((role) =>
    candidatesFor(role, identities, own)
  )
  // a role elsewhere is known by whoever names it; others may reach it by a pattern
  const elsewhere = new Set(
    identities.flatMap(({ targets }) => targets.filter((to) => accountOf(to) !== own))
  )
  const outward = [...elsewhere].flatMap((to) =>
    identities
      .filter(({ allowed }) => allowed)
      .map(({ arn, targets }) => ({
        from: arn,
        to,
        action: ASSUME,
        named: targets.includes(to),
      }))
  )
  const byPair = new Map(
    [...inward, ...outward].map((each) => [`${each.from} ${each.to}`, each])
  )
  return [...byPair.values()]
}

export function kindOf(principal: string): EntityKind {
  if (principal === '*') return 'everyone'
  const arn = parseArn(principal)
  if (!arn) return 'service'
  const [type = ''] = arn.resource.split('/')
  if (type === 'root') return 'account'
  if (type.endsWith('-provider')) return 'provider'
  return type === 'role' || type === 'assumed-role' ? 'role' : 'user'
}
