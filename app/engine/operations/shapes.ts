/**
 * Things of the world in the API's shapes. Each kind leaves out what AWS leaves out.
 */
import type {
  AttachedPermissionsBoundary,
  Group as GroupShape,
  InstanceProfile as InstanceProfileShape,
  Policy as PolicyShape,
  Role as RoleShape,
  User as UserShape,
} from '@aws-sdk/client-iam'
import { groupArn, instanceProfileArn, policyArn, roleArn, rootArn, userArn } from '../arn'
import type {
  Account,
  Group,
  InstanceProfile,
  Role,
  SamlProvider,
  Tag,
  User,
  World,
} from '../model'
import { untouched } from '../records'
import { allOf, onShelf } from '../shelf'
import type { AnyPolicy } from './find'
import { encodeDocument } from './text'
import { showTrustPolicy } from './trust'

/**
 * The service answers `Policy` here, as the User Guide shows it; the SDK's type knows only the
 * older name of the same value.
 */
const POLICY_TYPE = 'Policy' as AttachedPermissionsBoundary['PermissionsBoundaryType']

export const boundaryShape = (arn: string | undefined) =>
  arn === undefined
    ? {}
    : {
        PermissionsBoundary: {
          PermissionsBoundaryType: POLICY_TYPE,
          PermissionsBoundaryArn: arn,
        },
      }

const tagsShape = (tags: Tag[]) =>
  tags.length > 0 ? { Tags: tags.map((tag) => ({ ...tag })) } : {}

/** As lists give it: without tags, boundary, last use. */
export const listedRole = (world: World, account: Account, role: Role): RoleShape => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: roleArn(account.id, role.path, role.name),
  CreateDate: new Date(role.created),
  AssumeRolePolicyDocument: encodeDocument(showTrustPolicy(world, role.trustPolicy)),
  ...(role.description ? { Description: role.description } : {}),
  MaxSessionDuration: role.maxSessionDuration,
})

export const fullRole = (world: World, account: Account, role: Role): RoleShape => ({
  ...listedRole(world, account, role),
  ...boundaryShape(role.boundary),
  ...tagsShape(role.tags),
  RoleLastUsed: lastUsedShape(role),
  ...(role.template
    ? {
        SourceRoleTemplate: {
          TemplateArn: role.template.arn,
          TemplateMinorVersion: role.template.minorVersion,
        },
      }
    : {}),
})

export const lastUsedShape = ({ lastUsed }: Role) =>
  lastUsed ? { LastUsedDate: new Date(lastUsed.date), Region: lastUsed.region } : {}

/** UpdateRoleDescription answers without session duration, tags, boundary and last use. */
export function describedRole(world: World, account: Account, role: Role): RoleShape {
  const { MaxSessionDuration: _, ...shape } = listedRole(world, account, role)
  return shape
}

/** Without description and session duration, as an instance profile shows its role. */
export function briefRole(world: World, account: Account, role: Role): RoleShape {
  const { Description: _, ...shape } = describedRole(world, account, role)
  return shape
}

/** CreateRole adds what the call has set. */
export const createdRole = (world: World, account: Account, role: Role): RoleShape => ({
  ...briefRole(world, account, role),
  ...boundaryShape(role.boundary),
  ...tagsShape(role.tags),
})

export const listedUser = (account: Account, user: User): UserShape => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: userArn(account.id, user.path, user.name),
  CreateDate: new Date(user.created),
  ...(user.passwordLastUsed ? { PasswordLastUsed: new Date(user.passwordLastUsed) } : {}),
})

export const fullUser = (account: Account, user: User): UserShape => ({
  ...listedUser(account, user),
  ...boundaryShape(user.boundary),
  ...tagsShape(user.tags),
})

/** The root user has neither name nor path. */
export const rootShape = (account: Account): UserShape => {
  const shape: Omit<UserShape, 'Path' | 'UserName'> = {
    UserId: account.id,
    Arn: rootArn(account.id),
    CreateDate: new Date(rootBegan(account)),
    ...(account.rootPasswordLastUsed
      ? { PasswordLastUsed: new Date(account.rootPasswordLastUsed) }
      : {}),
  }
  // the SDK's type asks for what is there for every user but this one
  return shape as UserShape
}

export const rootBegan = ({ created }: Account) => created ?? FIRST_DAY

/** Of accounts whose world does not say when they began. */
const FIRST_DAY = '2026-01-15T09:00:00.000Z'

/** Metadata that does not say how long it is good is taken to be so for a hundred years. */
export function samlValidUntil({ metadata, created }: SamlProvider) {
  const said = Date.parse(/\bvalidUntil\s*=\s*["']([^"']+)["']/.exec(metadata)?.[1] ?? '')
  if (!Number.isNaN(said)) return new Date(said)
  const until = new Date(created)
  until.setUTCFullYear(until.getUTCFullYear() + 100)
  return until
}

export const groupShape = (account: Account, group: Group): GroupShape => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: groupArn(account.id, group.path, group.name),
  CreateDate: new Date(group.created),
})

export const instanceProfileShape = (
  world: World,
  account: Account,
  profile: InstanceProfile
): InstanceProfileShape => ({
  Path: profile.path,
  InstanceProfileName: profile.name,
  InstanceProfileId: profile.id,
  Arn: instanceProfileArn(account.id, profile.path, profile.name),
  CreateDate: new Date(profile.created),
  Roles: profile.roles.flatMap((name) => {
    const role = onShelf(account.roles, name)
    return role ? [briefRole(world, account, role)] : []
  }),
})

/** Description and tags only come with GetPolicy. */
export function policyShape(found: AnyPolicy, uses: PolicyUses): PolicyShape {
  const { policy, arn } = found
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: arn,
    Path: policy.path,
    DefaultVersionId:
      found.owner === 'aws' ? found.policy.version : found.policy.defaultVersion,
    AttachmentCount: uses.attached.get(arn) ?? 0,
    PermissionsBoundaryUsageCount: uses.boundaries.get(arn) ?? 0,
    IsAttachable:
      found.owner === 'customer' || !policy.path.startsWith('/aws-service-role/'),
    CreateDate: new Date(policy.created),
    UpdateDate: new Date(policy.updated),
  }
}

export type PolicyUses = { attached: Map<string, number>; boundaries: Map<string, number> }

const count = (counts: Map<string, number>, arn: string) =>
  counts.set(arn, (counts.get(arn) ?? 0) + 1)

export function policyUses(account: Account): PolicyUses {
  const uses: PolicyUses = { attached: new Map(), boundaries: new Map() }
  const { users, roles, groups } = untouched(account)
  const bounded = [...allOf(users), ...allOf(roles)]
  for (const holder of [...bounded, ...Object.values(groups)]) {
    for (const arn of holder.attached) count(uses.attached, arn)
  }
  for (const { boundary } of bounded) if (boundary) count(uses.boundaries, boundary)
  return uses
}

export const ownPolicyArn = (account: Account, policy: { path: string; name: string }) =>
  policyArn(account.id, policy.path, policy.name)
