import type { IamOperations } from '../api'
import { roleArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { Account, Role } from '../model'
import { untouched } from '../records'
import { countOf, isOnShelf, putOnShelf, takeOffShelf } from '../shelf'
import { checkRoom, findPolicy, theRole } from './find'
import { dropBoundary, refuseWhileHolding } from './holders'
import { page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam, given } from './params'
import { createdRole, describedRole, fullRole, listedRole } from './shapes'
import { listTags, putTags, refuseNothing, removeTags } from './tags'
import { onNewRole, onPath, onRole, withRequest, withTagKeys } from './targets'
import { keepTrustPolicy } from './trust'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const ROLES_PER_ACCOUNT = 1000

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
  if (!findPolicy(account, arn)) {
    throw noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`)
  }
}

const boundaryNeeds = ({ PermissionsBoundary }: { PermissionsBoundary?: string }) =>
  PermissionsBoundary ? { documents: [PermissionsBoundary] } : {}

export const roleOperations = {
  CreateRole: {
    check: constrainIam({
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
      const name = given(input.RoleName)
      const trustPolicy = keepTrustPolicy(
        world,
        account,
        given(input.AssumeRolePolicyDocument),
        now
      )
      const tags = putTags([], input.Tags)
      checkBoundary(account, input.PermissionsBoundary)
      checkRoom(account, countOf(account.roles), 'RolesPerAccount', ROLES_PER_ACCOUNT)
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
    check: constrainIam({ RoleName: p.roleName }),
    on: onRole,
    run: ({ world, account, input }) => ({
      Role: fullRole(world, account, theRole(account, input.RoleName)),
    }),
  },

  ListRoles: {
    check: constrainIam({ PathPrefix: p.pathPrefix, ...p.paging }),
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
    check: constrainIam({
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
    check: constrainIam({
      RoleName: p.roleName,
      Description: { ...p.description, required: true },
    }),
    on: onRole,
    run: ({ world, account, input }) => {
      const role = theRole(account, input.RoleName)
      role.description = given(input.Description)
      return { Role: describedRole(world, account, role) }
    },
  },

  UpdateAssumeRolePolicy: {
    check: constrainIam({ RoleName: p.roleName, PolicyDocument: p.policyDocument }),
    on: onRole,
    run: ({ world, account, input, now }) => {
      const role = theOwnRole(account, input.RoleName)
      role.trustPolicy = keepTrustPolicy(world, account, given(input.PolicyDocument), now)
      return {}
    },
  },

  DeleteRole: {
    check: constrainIam({ RoleName: p.roleName }),
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
    check: constrainIam({ RoleName: p.roleName, Tags: p.newTags }),
    on: withRequest(onRole),
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      refuseNothing(input.Tags)
      role.tags = putTags(role.tags, input.Tags)
      return {}
    },
  },

  UntagRole: {
    check: constrainIam({
      RoleName: p.roleName,
      TagKeys: p.oldTags,
    }),
    on: withTagKeys(onRole),
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      role.tags = removeTags(role.tags, input.TagKeys)
      return {}
    },
  },

  ListRoleTags: {
    check: constrainIam({ RoleName: p.roleName, ...p.paging }),
    on: onRole,
    run: ({ account, input }) => listTags(theRole(account, input.RoleName).tags, input),
  },

  PutRolePermissionsBoundary: {
    check: constrainIam({ RoleName: p.roleName, PermissionsBoundary: p.policyArnText }),
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
    check: constrainIam({ RoleName: p.roleName }),
    on: onRole,
    run: ({ account, input }) => {
      dropBoundary('role', theOwnRole(account, input.RoleName))
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
