/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
import type { IamOperations } from '../api'
import { roleArn } from '../arn'
import { serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { InstanceProfile } from '../model'
import { keyOf, keysOf } from '../records'
import { onShelf } from '../shelf'
import { checkRoom, isTaken, theInstanceProfile, theRole } from './find'
import { byName, page } from './paging'
import * as p from './params'
import { constrain } from './params'
import { theOwnRole } from './roles'
import { instanceProfileShape } from './shapes'
import { onInstanceProfile, onNewInstanceProfile, onRole } from './targets'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const PROFILES_PER_ACCOUNT = 1000

export const instanceProfileOperations = {
  CreateInstanceProfile: {
    check: constrain({ InstanceProfileName: p.instanceProfileName, Path: p.path }),
    on: onNewInstanceProfile,
    run: ({ world, account, input, now }) => {
      const name = input.InstanceProfileName ?? ''
      if (isTaken(account.instanceProfiles, name)) {
        throw serviceError(
          'EntityAlreadyExists',
          `Instance Profile ${name} already exists.`
        )
      }
      checkRoom(
        keysOf(account.instanceProfiles).length,
        'InstanceProfilesPerAccount',
        PROFILES_PER_ACCOUNT
      )
      const profile: InstanceProfile = {
        name,
        path: input.Path ?? '/',
        id: newId(world, 'AIPA', account.id),
        created: now,
        roles: [],
      }
      account.instanceProfiles[keyOf(name)] = profile
      return { InstanceProfile: instanceProfileShape(world, account, profile) }
    },
  },

  GetInstanceProfile: {
    check: constrain({ InstanceProfileName: p.instanceProfileName }),
    on: onInstanceProfile,
    run: ({ world, account, input }) => ({
      InstanceProfile: instanceProfileShape(
        world,
        account,
        theInstanceProfile(account, input.InstanceProfileName)
      ),
    }),
  },

  DeleteInstanceProfile: {
    check: constrain({ InstanceProfileName: p.instanceProfileName }),
    on: onInstanceProfile,
    run: ({ account, input }) => {
      const profile = theInstanceProfile(account, input.InstanceProfileName)
      if (profile.roles.length > 0) {
        throw serviceError(
          'DeleteConflict',
          'Cannot delete entity, must remove roles from instance profile first.'
        )
      }
      delete account.instanceProfiles[keyOf(profile.name)]
      return {}
    },
  },

  /** Putting a role where EC2 can take it is passing it. */
  AddRoleToInstanceProfile: {
    check: constrain({ InstanceProfileName: p.instanceProfileName, RoleName: p.roleName }),
    on: onInstanceProfile,
    also: ({ account, input }) => {
      const role = onShelf(account.roles, input.RoleName)
      if (!role) return []
      const arn = roleArn(account.id, role.path, role.name)
      const context = { 'iam:PassedToService': 'ec2.amazonaws.com' }
      return [{ action: 'iam:PassRole', target: { arn, context } }]
    },
    run: ({ account, input }) => {
      const profile = theInstanceProfile(account, input.InstanceProfileName)
      const role = theOwnRole(account, input.RoleName)
      if (profile.roles.length > 0) {
        throw serviceError(
          'LimitExceeded',
          'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1'
        )
      }
      profile.roles.push(role.name)
      return {}
    },
  },

  RemoveRoleFromInstanceProfile: {
    check: constrain({ InstanceProfileName: p.instanceProfileName, RoleName: p.roleName }),
    on: onInstanceProfile,
    run: ({ account, input }) => {
      const profile = theInstanceProfile(account, input.InstanceProfileName)
      const role = theRole(account, input.RoleName)
      profile.roles = profile.roles.filter((name) => name !== role.name)
      return {}
    },
  },

  ListInstanceProfilesForRole: {
    check: constrain({ RoleName: p.roleName, MaxItems: p.maxItems }),
    on: onRole,
    run: ({ world, account, input }) => {
      const role = theRole(account, input.RoleName)
      const profiles = byName(account.instanceProfiles).filter((profile) =>
        profile.roles.includes(role.name)
      )
      const { items, ...rest } = page(profiles, input)
      const InstanceProfiles = items.map((profile) =>
        instanceProfileShape(world, account, profile)
      )
      return { InstanceProfiles, ...rest }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
