/** Whose the virtual devices of an account are. */
import { noSuchEntity } from '../errors'
import type { Call } from '../kernel'
import type { Account, MfaDevice, User } from '../model'
import { untouched } from '../records'
import { allOf, onShelf } from '../shelf'
import { given } from './params'
import { userOrSelf } from './users'

export const noDevice = (serial: string | undefined) =>
  noSuchEntity(`MFA Device with serial number ${serial} does not exist.`)

export type Held = { device: MfaDevice; user?: User; isRoot?: boolean }

const bySerial = (a: Held, b: Held) => (a.device.serial < b.device.serial ? -1 : 1)

/** Every virtual device of an account, with whose it is. */
export function devicesOf(account: Account): Held[] {
  const held = allOf(account.users).flatMap((user) =>
    user.mfaDevices.map((device) => ({ device, user }))
  )
  const free = Object.values(account.virtualMfaDevices ?? {}).map((device) => ({ device }))
  const root = (account.rootMfaDevices ?? []).map((device) => ({ device, isRoot: true }))
  return [...held, ...root, ...free].sort(bySerial)
}

/** A device in a form that may be changed; the search itself leaves the world alone. */
export function theDevice(account: Account, serial: string | undefined): MfaDevice {
  const found = devicesOf(untouched(account)).find(({ device }) => device.serial === serial)
  const holder = found?.user && onShelf(account.users, found.user.name)?.mfaDevices
  const among = found?.isRoot ? account.rootMfaDevices : holder
  const device =
    among?.find((each) => each.serial === serial) ??
    account.virtualMfaDevices?.[given(serial)]
  if (!device) throw noDevice(serial)
  return device
}

/** One that is somebody else's or nobody's, or not there at all. */
export const notOfUser = (account: Account, serial: string | undefined) =>
  devicesOf(untouched(account)).some(({ device }) => device.serial === serial)
    ? noSuchEntity('MFA Device invalid for user.')
    : noDevice(serial)

/** The devices of a user, or of the root user when it names nobody. */
export function ownDevices(call: Call<{ UserName?: string }>): MfaDevice[] {
  const { account, caller, input } = call
  if (input.UserName !== undefined || caller.kind !== 'root') {
    return userOrSelf(call).mfaDevices
  }
  return (account.rootMfaDevices ??= [])
}

export function isTaken(account: Account, serial: string) {
  const wanted = serial.toLowerCase()
  return devicesOf(untouched(account)).some(
    ({ device }) => device.serial.toLowerCase() === wanted
  )
}
