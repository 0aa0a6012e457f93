/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html */
import type { IamOperations } from '../api'
import { iamArn } from '../arn'
import { serviceError } from '../errors'
import { newMfaSeed } from '../ids'
import type { OperationTable } from '../kernel'
import type { Account, MfaDevice } from '../model'
import { untouched } from '../records'
import { codeOfStep, stepAt } from '../totp'
import { checkRoom } from './find'
import {
  devicesOf,
  type Held,
  isTaken,
  notOfUser,
  ownDevices,
  theDevice,
} from './mfa-holders'
import { page } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { qrCodePng } from './qr-code'
import { listedUser, rootShape } from './shapes'
import { putTags, resourceTags, tagsShape } from './tags'
import { tagging } from './tagging'
import {
  onEverything,
  onMfaDevice,
  onMfaDeviceOrRoot,
  onNewMfaDevice,
  onUser,
  onUserOrRoot,
  withRequest,
} from './targets'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const DEVICES_PER_USER = 8
const DEVICES_PER_ACCOUNT = 5000

const serialNumber = {
  required: true,
  min: 9,
  max: 256,
  pattern: /^[\w+=/:,.@-]+$/,
  shown: '[\\w+=/:,.@-]+',
}
const code = { required: true, min: 6, max: 6, pattern: /^\d+$/, shown: '[\\d]+' }

const inUse = (own: MfaDevice[], owner = 'root', { serial }: MfaDevice) =>
  serviceError(
    'EntityAlreadyExists',
    own.some((device) => device.serial === serial)
      ? `MFA Device for user ${owner} already exists.`
      : 'MFA Device is already in use.'
  )

/** Users are named, also by themselves; the root user has no name to give. */
const onNamedUserOrRoot: typeof onUserOrRoot = (call) => {
  if (call.input.UserName === undefined && call.caller.kind !== 'root') {
    throw serviceError(
      'ValidationError',
      "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must not be null"
    )
  }
  return onUserOrRoot(call)
}

const wrongCode = () =>
  serviceError('InvalidAuthenticationCode', 'Authentication code for device is not valid.')

type Codes = {
  AuthenticationCode1: string | undefined
  AuthenticationCode2: string | undefined
}

/** Two codes, one right after the other, show that the device counts as it should. */
function lastOfTwo(seed: string, codes: Codes, now: string, leeway: number) {
  const { AuthenticationCode1 = '', AuthenticationCode2 = '' } = codes
  const middle = stepAt(now)
  for (let step = middle - leeway; step <= middle + leeway; step++) {
    if (codeOfStep(seed, step) !== AuthenticationCode1) continue
    if (codeOfStep(seed, step + 1) === AuthenticationCode2) return step + 1
  }
  throw wrongCode()
}

/** A clock may be off by a minute when a device is enabled, by ten when it is set right. */
const ENABLE_LEEWAY = 2
const RESYNC_LEEWAY = 20

const otpauth = (account: Account, name: string, seed: string) =>
  `otpauth://totp/${encodeURIComponent(`Amazon Web Services:${name}@${account.alias ?? account.id}`)}?secret=${seed}&issuer=${encodeURIComponent('Amazon Web Services')}`

const bytes = (text: string) => new TextEncoder().encode(text)

const mfaTags = tagging<{ SerialNumber: string | undefined }>(
  { SerialNumber: serialNumber },
  onMfaDevice,
  ({ account, input }) => theDevice(account, input.SerialNumber)
)

const listed = (account: Account, { device, user, isRoot }: Held) => ({
  SerialNumber: device.serial,
  ...(user ? { User: listedUser(account, user) } : {}),
  ...(isRoot ? { User: rootShape(account) } : {}),
  ...(device.enabled ? { EnableDate: new Date(device.enabled) } : {}),
})

const isWanted = (status: string | undefined, { user, isRoot }: Held) =>
  status === undefined ||
  status === 'Any' ||
  (status === 'Assigned') === Boolean(user ?? isRoot)

export const mfaDeviceOperations = {
  CreateVirtualMFADevice: {
    check: constrainIam({
      Path: p.path,
      VirtualMFADeviceName: p.virtualMfaDeviceName,
      Tags: p.tags,
    }),
    on: withRequest(onNewMfaDevice),
    run: ({ world, account, input, now }) => {
      const tags = putTags([], input.Tags, resourceTags)
      const name = given(input.VirtualMFADeviceName)
      const serial = iamArn(account.id, `mfa${input.Path ?? '/'}${name}`)
      if (isTaken(account, serial)) {
        throw serviceError('EntityAlreadyExists', 'MFA device already exists.')
      }
      const count = devicesOf(untouched(account)).length
      checkRoom(account, count, 'VirtualMFADevicesPerAccount', DEVICES_PER_ACCOUNT)
      const device: MfaDevice = { serial, seed: newMfaSeed(world), created: now, tags }
      const free = (account.virtualMfaDevices ??= {})
      free[serial] = device
      return {
        VirtualMFADevice: {
          SerialNumber: serial,
          Base32StringSeed: bytes(device.seed),
          QRCodePNG: qrCodePng(otpauth(account, name, device.seed)),
          ...(tags.length > 0 ? { Tags: tagsShape(tags) } : {}),
        },
      }
    },
  },

  EnableMFADevice: {
    check: constrainIam({
      UserName: optional(p.userName),
      SerialNumber: serialNumber,
      AuthenticationCode1: code,
      AuthenticationCode2: code,
    }),
    secret: ['AuthenticationCode1', 'AuthenticationCode2'],
    on: onNamedUserOrRoot,
    run: (call) => {
      const { account, input, now } = call
      const devices = ownDevices(call)
      const device = theDevice(account, input.SerialNumber)
      if (device.enabled !== undefined) throw inUse(devices, input.UserName, device)
      checkRoom(account, devices.length, 'MFADevicesPerUser', DEVICES_PER_USER)
      const lastStep = lastOfTwo(device.seed, input, now, ENABLE_LEEWAY)
      delete account.virtualMfaDevices?.[device.serial]
      devices.push({ ...device, enabled: now, lastStep })
      return {}
    },
  },

  /** The device stays, and is nobody's again. */
  DeactivateMFADevice: {
    check: constrainIam({ UserName: optional(p.userName), SerialNumber: serialNumber }),
    on: onUserOrRoot,
    run: (call) => {
      const { account, input } = call
      const devices = ownDevices(call)
      const at = devices.findIndex(({ serial }) => serial === input.SerialNumber)
      const [device] = at < 0 ? [] : devices.splice(at, 1)
      if (!device) throw notOfUser(account, input.SerialNumber)
      const { enabled: _, lastStep: __, ...rest } = device
      const free = (account.virtualMfaDevices ??= {})
      free[device.serial] = rest
      return {}
    },
  },

  DeleteVirtualMFADevice: {
    check: constrainIam({ SerialNumber: serialNumber }),
    on: onMfaDeviceOrRoot,
    run: ({ account, input }) => {
      const device = theDevice(account, input.SerialNumber)
      if (device.enabled !== undefined) {
        throw serviceError(
          'DeleteConflict',
          'MFA VirtualDevice in use. Must deactivate first.'
        )
      }
      delete account.virtualMfaDevices?.[device.serial]
      return {}
    },
  },

  ResyncMFADevice: {
    check: constrainIam({
      UserName: optional(p.userName),
      SerialNumber: serialNumber,
      AuthenticationCode1: code,
      AuthenticationCode2: code,
    }),
    secret: ['AuthenticationCode1', 'AuthenticationCode2'],
    on: onNamedUserOrRoot,
    run: (call) => {
      const { account, input, now } = call
      const device = ownDevices(call).find(({ serial }) => serial === input.SerialNumber)
      if (!device) throw notOfUser(account, input.SerialNumber)
      device.lastStep = lastOfTwo(device.seed, input, now, RESYNC_LEEWAY)
      return {}
    },
  },

  ListVirtualMFADevices: {
    check: constrainIam({
      AssignmentStatus: { oneOf: ['Assigned', 'Unassigned', 'Any'] },
      ...p.paging,
    }),
    on: onEverything,
    run: ({ account, input }) => {
      const wanted = devicesOf(account).filter((held) =>
        isWanted(input.AssignmentStatus, held)
      )
      const { items, ...rest } = page(wanted, input)
      return { VirtualMFADevices: items.map((held) => listed(account, held)), ...rest }
    },
  },

  /** Only security keys are shown by this, and there are none here. */
  GetMFADevice: {
    check: constrainIam({ SerialNumber: serialNumber, UserName: optional(p.userName) }),
    on: (call) => (call.input.UserName === undefined ? onMfaDevice(call) : onUser(call)),
    run: () => {
      throw serviceError(
        'ValidationError',
        'The MFA device serial number sent in the request is invalid or not supported by this API. Currently, only hardware FIDO security keys are supported. Please use the compatible device or API.'
      )
    },
  },

  TagMFADevice: mfaTags.tag,
  UntagMFADevice: mfaTags.untag,
  ListMFADeviceTags: mfaTags.list,
} satisfies Partial<OperationTable<IamOperations>>
