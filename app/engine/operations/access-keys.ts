/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
import type { IamOperations } from '../api'
import { noSuchEntity, serviceError } from '../errors'
import { newId, newSecret } from '../ids'
import type { OperationTable } from '../kernel'
import type { AccessKey, Account, User } from '../model'
import { allOf } from '../shelf'
import { page } from './paging'
import * as p from './params'
import { constrain, optional } from './params'
import { onEverything, onUser } from './targets'
import { userOrSelf } from './users'

const KEYS_PER_USER = 2

const keyId = { required: true, min: 16, max: 128, pattern: /^\w+$/, shown: '[\\w]+' }
const status = { required: true, oneOf: ['Active', 'Inactive'] }

function theKey(user: User, id: string | undefined): AccessKey {
  const key = user.accessKeys.find((k) => k.id === id)
  if (!key) throw noSuchEntity(`The Access Key with id ${id} cannot be found`)
  return key
}

const ownerOf = (account: Account, id: string | undefined) =>
  allOf(account.users).find((user) => user.accessKeys.some((key) => key.id === id))

const metadata = (user: User, key: AccessKey) => ({
  UserName: user.name,
  AccessKeyId: key.id,
  Status: key.status,
  CreateDate: new Date(key.created),
})

export const accessKeyOperations = {
  /** The secret is told here and never again. */
  CreateAccessKey: {
    check: constrain({ UserName: optional(p.userName) }),
    on: onUser,
    run: (call) => {
      const { world, account, now } = call
      const user = userOrSelf(call)
      if (user.accessKeys.length >= KEYS_PER_USER) {
        throw serviceError(
          'LimitExceeded',
          `Cannot exceed quota for AccessKeysPerUser: ${KEYS_PER_USER}`
        )
      }
      const key: AccessKey = {
        id: newId(world, 'AKIA', account.id),
        secret: newSecret(world),
        status: 'Active',
        created: now,
      }
      user.accessKeys.push(key)
      return { AccessKey: { ...metadata(user, key), SecretAccessKey: key.secret } }
    },
  },

  ListAccessKeys: {
    check: constrain({ UserName: optional(p.userName), MaxItems: p.maxItems }),
    on: onUser,
    run: (call) => {
      const user = userOrSelf(call)
      const { items, ...rest } = page(user.accessKeys, call.input)
      return { AccessKeyMetadata: items.map((key) => metadata(user, key)), ...rest }
    },
  },

  UpdateAccessKey: {
    check: constrain({
      UserName: optional(p.userName),
      AccessKeyId: keyId,
      Status: status,
    }),
    on: onUser,
    run: (call) => {
      const key = theKey(userOrSelf(call), call.input.AccessKeyId)
      key.status = call.input.Status === 'Active' ? 'Active' : 'Inactive'
      return {}
    },
  },

  DeleteAccessKey: {
    check: constrain({ UserName: optional(p.userName), AccessKeyId: keyId }),
    on: onUser,
    run: (call) => {
      const user = userOrSelf(call)
      const key = theKey(user, call.input.AccessKeyId)
      user.accessKeys = user.accessKeys.filter((k) => k.id !== key.id)
      return {}
    },
  },

  GetAccessKeyLastUsed: {
    check: constrain({ AccessKeyId: keyId }),
    on: (call) => {
      const user = ownerOf(call.account, call.input.AccessKeyId)
      return user ? onUser({ ...call, input: { UserName: user.name } }) : onEverything()
    },
    run: ({ account, input }) => {
      const user = ownerOf(account, input.AccessKeyId)
      if (!user) {
        throw noSuchEntity(`The Access Key with id ${input.AccessKeyId} cannot be found`)
      }
      const { lastUsed } = theKey(user, input.AccessKeyId)
      return {
        UserName: user.name,
        AccessKeyLastUsed: lastUsed
          ? {
              LastUsedDate: new Date(lastUsed.date),
              Region: lastUsed.region,
              ServiceName: lastUsed.service,
            }
          : { LastUsedDate: undefined, Region: 'N/A', ServiceName: 'N/A' },
      }
    },
  },

  ListMFADevices: {
    check: constrain({ UserName: optional(p.userName), MaxItems: p.maxItems }),
    on: onUser,
    run: (call) => {
      const user = userOrSelf(call)
      const { items, ...rest } = page(user.mfaDevices, call.input)
      const MFADevices = items.map((device) => ({
        UserName: user.name,
        SerialNumber: device.serial,
        EnableDate: new Date(device.enabled ?? device.created),
      }))
      return { MFADevices, ...rest }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
