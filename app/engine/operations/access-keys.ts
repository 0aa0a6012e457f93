/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
import type {
  AccessKeyLastUsed,
  AccessKey as AccessKeyShape,
  MFADevice,
} from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { rootArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId, newSecret } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { AccessKey, Account, User } from '../model'
import { allOf } from '../shelf'
import { newStatus } from './credential-status'
import { checkRoom } from './find'
import { page } from './paging'
import * as p from './params'
import { constrainIam, optional } from './params'
import { onEverything, onUser, onUserOrRoot } from './targets'
import { userOrSelf } from './users'

const KEYS_PER_USER = 2

const keyId = {
  required: true,
  min: 16,
  max: 128,
  then: {
    pattern: /^\w+$/,
    message:
      'The specified value for accessKeyId is invalid. It must contain only alphanumeric characters.',
  },
}

const never: Omit<AccessKeyLastUsed, 'LastUsedDate'> = { Region: 'N/A', ServiceName: 'N/A' }
// the SDK's type asks for a date that is left out of the answer
const neverUsed = never as AccessKeyLastUsed

function theKey(keys: AccessKey[], id: string | undefined): AccessKey {
  const key = keys.find((k) => k.id === id)
  if (!key) throw noSuchEntity(`The Access Key with id ${id} cannot be found`)
  return key
}

/** The caller's own keys are meant when it names nobody; the root user can have keys too. */
function keyRing(call: Call<{ UserName?: string }>): { owner?: User; keys: AccessKey[] } {
  const { account, caller, input } = call
  if (input.UserName === undefined && caller.kind === 'root') {
    return { keys: (account.rootAccessKeys ??= []) }
  }
  const owner = userOrSelf(call)
  return { owner, keys: owner.accessKeys }
}

const ownerOf = (account: Account, id: string | undefined) =>
  allOf(account.users).find((user) => user.accessKeys.some((key) => key.id === id))

const metadata = (owner: User | undefined, key: AccessKey) => ({
  ...(owner ? { UserName: owner.name } : {}),
  AccessKeyId: key.id,
  Status: key.status,
  CreateDate: new Date(key.created),
})

export const accessKeyOperations = {
  /** The secret is told here and never again. */
  CreateAccessKey: {
    check: constrainIam({ UserName: optional(p.userName) }),
    on: onUserOrRoot,
    run: (call) => {
      const { world, account, now } = call
      const { owner, keys } = keyRing(call)
      checkRoom(account, keys.length, 'AccessKeysPerUser', KEYS_PER_USER)
      const key: AccessKey = {
        id: newId(world, 'AKIA', account.id),
        secret: newSecret(world),
        status: 'Active',
        created: now,
      }
      keys.push(key)
      const shape = { ...metadata(owner, key), SecretAccessKey: key.secret }
      // the SDK's type asks for a user name, which the root user does not have
      return { AccessKey: shape as AccessKeyShape }
    },
  },

  ListAccessKeys: {
    check: constrainIam({ UserName: optional(p.userName), ...p.paging }),
    on: onUserOrRoot,
    run: (call) => {
      const { account, caller, input } = call
      const isRoot = input.UserName === undefined && caller.kind === 'root'
      const owner = isRoot ? undefined : userOrSelf(call)
      const keys = owner ? owner.accessKeys : (account.rootAccessKeys ?? [])
      const { items, ...rest } = page(keys, input)
      return { AccessKeyMetadata: items.map((key) => metadata(owner, key)), ...rest }
    },
  },

  UpdateAccessKey: {
    check: constrainIam({
      UserName: optional(p.userName),
      AccessKeyId: keyId,
      Status: p.status,
    }),
    on: onUserOrRoot,
    run: (call) => {
      const key = theKey(keyRing(call).keys, call.input.AccessKeyId)
      key.status = newStatus(call.input.Status)
      return {}
    },
  },

  DeleteAccessKey: {
    check: constrainIam({ UserName: optional(p.userName), AccessKeyId: keyId }),
    on: onUserOrRoot,
    run: (call) => {
      const { keys } = keyRing(call)
      keys.splice(keys.indexOf(theKey(keys, call.input.AccessKeyId)), 1)
      return {}
    },
  },

  GetAccessKeyLastUsed: {
    check: constrainIam({ AccessKeyId: keyId }),
    on: (call) => {
      const { account, input } = call
      const user = ownerOf(account, input.AccessKeyId)
      if (user) return onUser({ ...call, input: { UserName: user.name } })
      const isOfRoot = account.rootAccessKeys?.some(({ id }) => id === input.AccessKeyId)
      return isOfRoot ? { arn: rootArn(account.id) } : onEverything()
    },
    run: ({ account, caller, input }) => {
      const { AccessKeyId: id } = input
      const user = ownerOf(account, id)
      const own = account.rootAccessKeys?.find((key) => key.id === id)
      if (!user && !own) {
        // whose key it is, and whether it is one, is told to nobody
        throw serviceError(
          'AccessDenied',
          `User: ${caller.arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${id}`
        )
      }
      const { lastUsed } = own ?? theKey(user?.accessKeys ?? [], id)
      return {
        ...(user ? { UserName: user.name } : {}),
        AccessKeyLastUsed: lastUsed
          ? {
              LastUsedDate: new Date(lastUsed.date),
              Region: lastUsed.region,
              ServiceName: lastUsed.service,
            }
          : neverUsed,
      }
    },
  },

  ListMFADevices: {
    check: constrainIam({ UserName: optional(p.userName), ...p.paging }),
    on: onUserOrRoot,
    run: (call) => {
      const { account, caller, input } = call
      const isRoot = input.UserName === undefined && caller.kind === 'root'
      const owner = isRoot ? undefined : userOrSelf(call)
      const devices = owner ? owner.mfaDevices : (account.rootMfaDevices ?? [])
      const { items, ...rest } = page(devices, input)
      const MFADevices = items.map((device) => {
        const shape = {
          ...(owner ? { UserName: owner.name } : {}),
          SerialNumber: device.serial,
          EnableDate: new Date(device.enabled ?? device.created),
        }
        // as with the keys: no name for the root user
        return shape as MFADevice
      })
      return { MFADevices, ...rest }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
