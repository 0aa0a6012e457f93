import type { IamOperations } from '../api'
import { roleArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { Account, Role } from '../model'
import { untouched } from '../records'
import { countOf, isOnShelf, putOnShelf, takeOffShelf } from '../shelf'
import { checkRoom, findPolicy, theRole } from './find'
import { refuseWhileHolding } from './holders'
import { page, shelfByName } from './paging'
import * as p from './params'
import { constrain } from './params'
import { createdRole, fullRole, listedRole } from './shapes'
import { listTags, newTags, putTags, removeTags } from './tags'
import { onNewRole, onPath, onRole, withRequest, withTagKeys } from './targets'
import { keepTrustPolicy } from './trust'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const ROLES_PER_ACCOUNT = 1000
/** Accounts can ask for more; a world that was seeded with more roles has asked. */
const ROLES_AT_MOST = 5000

export const SERVICE_LINKED_PATH = '/aws-service-role/'

export const isServiceLinked = (role: Role) => role.path.startsWith(SERVICE_LINKED_PATH)

export function theOwnRole(account: Account, name: string | undefined) {
  const role = theRole(account, name)
  if (isServiceLinked(role)) {
    throw serviceError(
      'UnmodifiableEntity',
      `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`
    )
  }
  return role
}

export function checkBoundary(account: Account, arn: string | undefined) {
  if (arn === undefined) return
  if (!/^arn:aws[\w-]*:iam::(?:\d{12}|aws):policy\//.test(arn)) {
    throw serviceError(
      'ValidationError',
      `Value (${arn}) for parameter PermissionsBoundary is invalid.`
    )
  }
  if (!findPolicy(account, arn)) {
    throw noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`)
  }
}

function checkRoleQuota(account: Account) {
  const count = countOf(account.roles)
  const quota = count > ROLES_PER_ACCOUNT ? ROLES_AT_MOST : ROLES_PER_ACCOUNT
  checkRoom(count, 'RolesPerAccount', quota)
}

const boundaryNeeds = ({ PermissionsBoundary }: { PermissionsBoundary?: string }) =>
  PermissionsBoundary ? { documents: [PermissionsBoundary] } : {}

export const roleOperations = {
  CreateRole: {
    check: constrain({
      Path: p.path,
      RoleName: p.roleName,
      AssumeRolePolicyDocument: p.policyDocument,
      Description: p.description,
      MaxSessionDuration: p.maxSessionDuration,
      Tags: p.tags,
    }),
    needs: boundaryNeeds,
    on: withRequest(onNewRole),
    run: ({ world, account, input, now }) => {
      const name = input.RoleName ?? ''
      const trustPolicy = keepTrustPolicy(
        world,
        account,
        input.AssumeRolePolicyDocument ?? ''
      )
      const tags = newTags(input.Tags)
      checkBoundary(account, input.PermissionsBoundary)
      checkRoleQuota(account)
      if (isOnShelf(account.roles, name)) {
        throw serviceError('EntityAlreadyExists', `Role with name ${name} already exists.`)
      }
      const role: Role = {
        name,
        path: input.Path ?? '/',
        id: newId(world, 'AROA', account.id),
        created: now,
        trustPolicy,
        ...(input.Description ? { description: input.Description } : {}),
        maxSessionDuration: input.MaxSessionDuration ?? 3600,
        inline: {},
        attached: [],
        tags,
        ...(input.PermissionsBoundary ? { boundary: input.PermissionsBoundary } : {}),
      }
      putOnShelf(account.roles, name, role)
      putOnShelf(world.principals, role.id, roleArn(account.id, role.path, name))
      return { Role: createdRole(world, account, role) }
    },
  },

  GetRole: {
    check: constrain({ RoleName: p.roleName }),
    on: onRole,
    run: ({ world, account, input }) => ({
      Role: fullRole(world, account, theRole(account, input.RoleName)),
    }),
  },

  ListRoles: {
    check: constrain({ MaxItems: p.maxItems }),
    on: onPath('role'),
    run: ({ world, account, input }) => {
      const prefix = input.PathPrefix ?? '/'
      const roles = shelfByName(account.roles).filter((role) =>
        role.path.startsWith(prefix)
      )
      const { items, ...rest } = page(roles, input)
      return { Roles: items.map((role) => listedRole(world, account, role)), ...rest }
    },
  },

  UpdateRole: {
    check: constrain({
      RoleName: p.roleName,
      Description: p.description,
      MaxSessionDuration: p.maxSessionDuration,
    }),
    on: onRole,
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      if (input.Description !== undefined) role.description = input.Description
      if (input.MaxSessionDuration !== undefined) {
        role.maxSessionDuration = input.MaxSessionDuration
      }
      return {}
    },
  },

  UpdateRoleDescription: {
    check: constrain({
      RoleName: p.roleName,
      Description: { ...p.description, required: true },
    }),
    on: onRole,
    run: ({ world, account, input }) => {
      const role = theRole(account, input.RoleName)
      role.description = input.Description ?? ''
      return { Role: fullRole(world, account, role) }
    },
  },

  UpdateAssumeRolePolicy: {
    check: constrain({ RoleName: p.roleName, PolicyDocument: p.policyDocument }),
    on: onRole,
    run: ({ world, account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      role.trustPolicy = keepTrustPolicy(world, account, input.PolicyDocument ?? '')
      return {}
    },
  },

  DeleteRole: {
    check: constrain({ RoleName: p.roleName }),
    on: onRole,
    run: ({ world, account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      const profiles = Object.values(untouched(account.instanceProfiles))
      if (profiles.some((profile) => profile.roles.includes(role.name))) {
        throw serviceError(
          'DeleteConflict',
          'Cannot delete entity, must remove roles from instance profile first.'
        )
      }
      refuseWhileHolding(role)
      takeOffShelf(account.roles, role.name)
      takeOffShelf(world.principals, role.id)
      return {}
    },
  },

  TagRole: {
    check: constrain({ RoleName: p.roleName, Tags: { ...p.tags, required: true } }),
    on: withRequest(onRole),
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      role.tags = putTags(role.tags, input.Tags)
      return {}
    },
  },

  UntagRole: {
    check: constrain({ RoleName: p.roleName, TagKeys: { ...p.tagKeys, required: true } }),
    on: withTagKeys(onRole),
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      role.tags = removeTags(role.tags, input.TagKeys)
      return {}
    },
  },

  ListRoleTags: {
    check: constrain({ RoleName: p.roleName, MaxItems: p.maxItems }),
    on: onRole,
    run: ({ account, input }) => listTags(theRole(account, input.RoleName).tags, input),
  },

  PutRolePermissionsBoundary: {
    check: constrain({ RoleName: p.roleName, PermissionsBoundary: p.policyArnText }),
    needs: boundaryNeeds,
    on: withRequest(onRole),
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      checkBoundary(account, input.PermissionsBoundary)
      role.boundary = input.PermissionsBoundary
      return {}
    },
  },

  DeleteRolePermissionsBoundary: {
    check: constrain({ RoleName: p.roleName }),
    on: onRole,
    run: ({ account, input }) => {
      delete theOwnRole(account, input.RoleName).boundary
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
