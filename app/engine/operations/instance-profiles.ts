/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
import type { IamOperations } from '../api'
import { roleArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { InstanceProfile } from '../model'
import { keyOf, keysOf } from '../records'
import { onShelf } from '../shelf'
import { checkRoom, isTaken, theInstanceProfile, theRole } from './find'
import { byName, page } from './paging'
import * as p from './params'
import { constrainIam, given } from './params'
import { theOwnRole } from './roles'
import { instanceProfileShape } from './shapes'
import { putTags, resourceTags, tagsShape } from './tags'
import { tagging } from './tagging'
import {
  onInstanceProfile,
  onNewInstanceProfile,
  onPath,
  onRole,
  withRequest,
} from './targets'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const PROFILES_PER_ACCOUNT = 1000

const profileTags = tagging<{ InstanceProfileName: string | undefined }>(
  { InstanceProfileName: p.instanceProfileName },
  onInstanceProfile,
  ({ account, input }) => theInstanceProfile(account, input.InstanceProfileName)
)

export const instanceProfileOperations = {
  CreateInstanceProfile: {
    check: constrainIam({
      InstanceProfileName: p.instanceProfileName,
      Path: p.path,
      Tags: p.tags,
    }),
    on: withRequest(onNewInstanceProfile),
    run: ({ world, account, input, now }) => {
      const name = given(input.InstanceProfileName)
      const tags = putTags([], input.Tags, resourceTags)
      if (isTaken(account.instanceProfiles, name)) {
        throw serviceError(
          'EntityAlreadyExists',
          `Instance Profile ${name} already exists.`
        )
      }
      checkRoom(
        account,
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
        tags,
      }
      account.instanceProfiles[keyOf(name)] = profile
      const shape = instanceProfileShape(world, account, profile)
      return {
        InstanceProfile: tags.length > 0 ? { ...shape, Tags: tagsShape(tags) } : shape,
      }
    },
  },

  GetInstanceProfile: {
    check: constrainIam({ InstanceProfileName: p.instanceProfileName }),
    on: onInstanceProfile,
    run: ({ world, account, input }) => {
      const profile = theInstanceProfile(account, input.InstanceProfileName)
      const shape = instanceProfileShape(world, account, profile)
      return { InstanceProfile: { ...shape, Tags: tagsShape(profile.tags) } }
    },
  },

  DeleteInstanceProfile: {
    check: constrainIam({ InstanceProfileName: p.instanceProfileName }),
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
    check: constrainIam({
      InstanceProfileName: p.instanceProfileName,
      RoleName: p.roleName,
    }),
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
      checkRoom(account, profile.roles.length, 'InstanceSessionsPerInstanceProfile', 1)
      profile.roles.push(role.name)
      return {}
    },
  },

  RemoveRoleFromInstanceProfile: {
    check: constrainIam({
      InstanceProfileName: p.instanceProfileName,
      RoleName: p.roleName,
    }),
    on: onInstanceProfile,
    run: ({ account, input }) => {
      const profile = theInstanceProfile(account, input.InstanceProfileName)
      const role = theRole(account, input.RoleName)
      if (!profile.roles.includes(role.name)) {
        throw noSuchEntity(
          `Role ${role.name} in Instance Profile ${profile.name} cannot be found.`
        )
      }
      profile.roles = profile.roles.filter((name) => name !== role.name)
      return {}
    },
  },

  ListInstanceProfiles: {
    check: constrainIam({ PathPrefix: p.pathPrefix, ...p.paging }),
    on: onPath('instance-profile'),
    run: ({ world, account, input }) => {
      const prefix = input.PathPrefix ?? '/'
      const profiles = byName(account.instanceProfiles).filter(({ path }) =>
        path.startsWith(prefix)
      )
      const { items, ...rest } = page(profiles, input)
      return {
        InstanceProfiles: items.map((each) => instanceProfileShape(world, account, each)),
        ...rest,
      }
    },
  },

  ListInstanceProfilesForRole: {
    check: constrainIam({ RoleName: p.roleName, ...p.paging }),
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

  TagInstanceProfile: profileTags.tag,
  UntagInstanceProfile: profileTags.untag,
  ListInstanceProfileTags: profileTags.list,
} satisfies Partial<OperationTable<IamOperations>>
