import type { IamOperations } from '../api'
import { groupArn } from '../arn'
import { serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { Account, Group } from '../model'
import { entryOf, keyOf, keysOf, untouched } from '../records'
import { onShelf } from '../shelf'
import { checkRoom, isTaken, theGroup, theUser } from './find'
import { refuseWhileHolding } from './holders'
import { byName, page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { groupShape, listedUser } from './shapes'
import { onGroup, onNewGroup, onPath } from './targets'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const GROUPS_PER_USER = 10
const GROUPS_PER_ACCOUNT = 300

const membersOf = (account: Account, group: Group) =>
  shelfByName(untouched(account.users))
    .filter((user) => user.groups.includes(group.name))
    // what was found may be changed
    .flatMap((user) => onShelf(account.users, user.name) ?? [])

export const groupOperations = {
  CreateGroup: {
    check: constrainIam({ Path: p.path, GroupName: p.groupName }),
    on: onNewGroup,
    run: ({ world, account, input, now }) => {
      const name = given(input.GroupName)
      if (isTaken(account.groups, name)) {
        throw serviceError('EntityAlreadyExists', `Group with name ${name} already exists.`)
      }
      checkRoom(
        account,
        keysOf(account.groups).length,
        'GroupsPerAccount',
        GROUPS_PER_ACCOUNT
      )
      const group: Group = {
        name,
        path: input.Path ?? '/',
        id: newId(world, 'AGPA', account.id),
        created: now,
        inline: {},
        attached: [],
      }
      account.groups[keyOf(name)] = group
      return { Group: groupShape(account, group) }
    },
  },

  GetGroup: {
    check: constrainIam({ GroupName: p.groupName, ...p.paging }),
    on: onGroup,
    run: ({ account, input }) => {
      const group = theGroup(account, input.GroupName)
      const { items, ...rest } = page(membersOf(account, group), input)
      const Users = items.map((user) => listedUser(account, user))
      return { Group: groupShape(account, group), Users, ...rest }
    },
  },

  ListGroups: {
    check: constrainIam({ PathPrefix: p.pathPrefix, ...p.paging }),
    on: onPath('group'),
    run: ({ account, input }) => {
      const prefix = input.PathPrefix ?? '/'
      const groups = byName(account.groups).filter((group) => group.path.startsWith(prefix))
      const { items, ...rest } = page(groups, input)
      return { Groups: items.map((group) => groupShape(account, group)), ...rest }
    },
  },

  UpdateGroup: {
    check: constrainIam({
      GroupName: p.groupName,
      NewGroupName: optional(p.newGroupName),
      NewPath: p.newPath,
    }),
    on: onGroup,
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html: on both names
    also: ({ account, input }) => {
      const group = entryOf(account.groups, input.GroupName)
      const { NewGroupName: name = group?.name ?? '', NewPath: path = group?.path ?? '/' } =
        input
      const isMoved = group && (name !== group.name || path !== group.path)
      return isMoved
        ? [{ action: 'iam:UpdateGroup', target: { arn: groupArn(account.id, path, name) } }]
        : []
    },
    run: ({ account, input }) => {
      const group = theGroup(account, input.GroupName)
      const before = group.name
      const name = input.NewGroupName ?? before
      if (name.toLowerCase() !== before.toLowerCase() && isTaken(account.groups, name)) {
        throw serviceError('EntityAlreadyExists', `Group with name ${name} already exists.`)
      }
      for (const user of membersOf(account, group)) {
        user.groups = user.groups.map((g) => (g === before ? name : g))
      }
      delete account.groups[keyOf(before)]
      group.name = name
      group.path = input.NewPath ?? group.path
      account.groups[keyOf(name)] = group
      return {}
    },
  },

  DeleteGroup: {
    check: constrainIam({ GroupName: p.groupName }),
    on: onGroup,
    run: ({ account, input }) => {
      const group = theGroup(account, input.GroupName)
      if (membersOf(account, group).length > 0) {
        throw serviceError(
          'DeleteConflict',
          'Cannot delete entity, must remove users from group first.'
        )
      }
      refuseWhileHolding(group)
      delete account.groups[keyOf(group.name)]
      return {}
    },
  },

  AddUserToGroup: {
    check: constrainIam({ GroupName: p.groupName, UserName: p.userName }),
    on: onGroup,
    run: ({ account, input }) => {
      // of two names that are missing, the user's is told
      const user = theUser(account, input.UserName)
      const group = theGroup(account, input.GroupName)
      if (user.groups.includes(group.name)) return {}
      checkRoom(account, user.groups.length, 'GroupsPerUser', GROUPS_PER_USER)
      user.groups.push(group.name)
      return {}
    },
  },

  /** A user that is not in the group is no error. */
  RemoveUserFromGroup: {
    check: constrainIam({ GroupName: p.groupName, UserName: p.userName }),
    on: onGroup,
    run: ({ account, input }) => {
      // of two names that are missing, the user's is told
      const user = theUser(account, input.UserName)
      const group = theGroup(account, input.GroupName)
      user.groups = user.groups.filter((name) => name !== group.name)
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
