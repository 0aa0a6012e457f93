import type { IamOperations } from '../api'
import { userArn } from '../arn'
import { serviceError } from '../errors'
import { newId } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { Account, User } from '../model'
import { entryOf } from '../records'
import { countOf, isOnShelf, onShelf, putOnShelf, takeOffShelf } from '../shelf'
import { checkRoom, theUser } from './find'
import { dropBoundary, refuseWhileHolding } from './holders'
import { page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { checkBoundary } from './roles'
import { fullUser, groupShape, listedUser, rootShape } from './shapes'
import { listTags, putTags, refuseNothing, removeTags } from './tags'
import {
  onNewUser,
  onPath,
  onUser,
  onUserOrRoot,
  userNameOf,
  withRequest,
  withTagKeys,
} from './targets'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const USERS_PER_ACCOUNT = 5000

export const userOrSelf = (call: Call<{ UserName?: string }>): User =>
  theUser(call.account, userNameOf(call))

function refuseWhileInUse(user: User) {
  const conflict = (what: string) =>
    serviceError('DeleteConflict', `Cannot delete entity, must ${what} first.`)
  if (user.loginProfile) throw conflict('delete login profile')
  if (user.accessKeys.length > 0) throw conflict('delete access keys')
  if (user.mfaDevices.length > 0) throw conflict('remove tokens from principal')
  if (user.signingCertificates?.length) throw conflict('delete signing certificates')
  if (user.sshPublicKeys?.length || user.serviceCredentials?.length) {
    throw conflict('remove referenced objects')
  }
  refuseWhileHolding(user)
  if (user.groups.length > 0) throw conflict('remove users from group')
}

function checkName(account: Account, name: string) {
  if (isOnShelf(account.users, name)) {
    throw serviceError('EntityAlreadyExists', `User with name ${name} already exists.`)
  }
}

export const userOperations = {
  CreateUser: {
    check: constrainIam({ Path: p.path, UserName: p.userName, Tags: p.tags }),
    needs: ({ PermissionsBoundary: arn }) => (arn ? { documents: [arn] } : {}),
    on: withRequest(onNewUser),
    run: ({ world, account, input, now }) => {
      const name = given(input.UserName)
      const tags = putTags([], input.Tags)
      checkBoundary(account, input.PermissionsBoundary)
      checkRoom(account, countOf(account.users), 'UsersPerAccount', USERS_PER_ACCOUNT)
      checkName(account, name)
      const user: User = {
        name,
        path: input.Path ?? '/',
        id: newId(world, 'AIDA', account.id),
        created: now,
        inline: {},
        attached: [],
        groups: [],
        tags,
        accessKeys: [],
        mfaDevices: [],
        ...(input.PermissionsBoundary ? { boundary: input.PermissionsBoundary } : {}),
      }
      putOnShelf(account.users, name, user)
      putOnShelf(world.principals, user.id, userArn(account.id, user.path, name))
      return { User: fullUser(account, user) }
    },
  },

  GetUser: {
    check: constrainIam({ UserName: optional(p.userName) }),
    on: onUserOrRoot,
    run: (call) => {
      const { account, caller, input } = call
      const isRoot = caller.kind === 'root' && input.UserName === undefined
      return { User: isRoot ? rootShape(account) : fullUser(account, userOrSelf(call)) }
    },
  },

  ListUsers: {
    check: constrainIam({ PathPrefix: p.pathPrefix, ...p.paging }),
    on: onPath('user'),
    run: ({ account, input }) => {
      const prefix = input.PathPrefix ?? '/'
      const users = shelfByName(account.users).filter((user) =>
        user.path.startsWith(prefix)
      )
      const { items, ...rest } = page(users, input)
      return { Users: items.map((user) => listedUser(account, user)), ...rest }
    },
  },

  /** A new name or path keeps the ID, and so every trust policy that names the user. */
  UpdateUser: {
    check: constrainIam({
      UserName: p.userName,
      NewUserName: optional(p.newUserName),
      NewPath: p.newPath,
    }),
    on: onUser,
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html: on both names
    also: ({ account, input }) => {
      const user = onShelf(account.users, input.UserName)
      const { NewUserName: name = user?.name ?? '', NewPath: path = user?.path ?? '/' } =
        input
      const isMoved = user && (name !== user.name || path !== user.path)
      return isMoved
        ? [{ action: 'iam:UpdateUser', target: { arn: userArn(account.id, path, name) } }]
        : []
    },
    run: ({ world, account, input }) => {
      const user = theUser(account, input.UserName)
      const name = input.NewUserName ?? user.name
      if (name.toLowerCase() !== user.name.toLowerCase()) checkName(account, name)
      takeOffShelf(account.users, user.name)
      user.name = name
      user.path = input.NewPath ?? user.path
      putOnShelf(account.users, name, user)
      putOnShelf(world.principals, user.id, userArn(account.id, user.path, name))
      return {}
    },
  },

  DeleteUser: {
    check: constrainIam({ UserName: p.userName }),
    on: onUser,
    run: ({ world, account, input }) => {
      const user = theUser(account, input.UserName)
      refuseWhileInUse(user)
      takeOffShelf(account.users, user.name)
      takeOffShelf(world.principals, user.id)
      return {}
    },
  },

  TagUser: {
    check: constrainIam({ UserName: p.userName, Tags: p.newTags }),
    on: withRequest(onUser),
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      refuseNothing(input.Tags)
      user.tags = putTags(user.tags, input.Tags)
      return {}
    },
  },

  UntagUser: {
    check: constrainIam({
      UserName: p.userName,
      TagKeys: p.oldTags,
    }),
    on: withTagKeys(onUser),
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      user.tags = removeTags(user.tags, input.TagKeys)
      return {}
    },
  },

  ListUserTags: {
    check: constrainIam({ UserName: p.userName, ...p.paging }),
    on: onUser,
    run: ({ account, input }) => listTags(theUser(account, input.UserName).tags, input),
  },

  PutUserPermissionsBoundary: {
    check: constrainIam({ UserName: p.userName, PermissionsBoundary: p.policyArnText }),
    needs: ({ PermissionsBoundary }) => ({ documents: [given(PermissionsBoundary)] }),
    on: withRequest(onUser),
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      checkBoundary(account, input.PermissionsBoundary)
      user.boundary = input.PermissionsBoundary
      return {}
    },
  },

  DeleteUserPermissionsBoundary: {
    check: constrainIam({ UserName: p.userName }),
    on: onUser,
    run: ({ account, input }) => {
      dropBoundary('user', theUser(account, input.UserName))
      return {}
    },
  },

  ListGroupsForUser: {
    check: constrainIam({ UserName: p.userName, ...p.paging }),
    on: onUser,
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      const groups = user.groups
        .toSorted()
        .flatMap((name) => entryOf(account.groups, name) ?? [])
      const { items, ...rest } = page(groups, input)
      return { Groups: items.map((group) => groupShape(account, group)), ...rest }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
