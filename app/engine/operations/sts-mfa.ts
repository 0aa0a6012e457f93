/**
 * MFA devices in calls to STS: the caller's own, with a code that is good once.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-access.html
 */
import type { Caller } from '../caller'
import { type Context } from '../context'
import { serviceError } from '../errors'
import type { Call } from '../kernel'
import type { Account, MfaDevice } from '../model'
import { onShelf } from '../shelf'
import { stepOfCode } from '../totp'

type Given = { SerialNumber?: string; TokenCode?: string }

const failed = (why: string) =>
  serviceError('AccessDenied', `MultiFactorAuthentication failed${why}`)

/** The devices that a caller could have in hand; a role has none. */
export function devicesOf(account: Account, caller: Caller): MfaDevice[] {
  const devices =
    caller.kind === 'root'
      ? account.rootMfaDevices
      : caller.kind === 'user'
        ? onShelf(account.users, caller.name)?.mfaDevices
        : undefined
  return (devices ?? []).filter(({ enabled }) => enabled !== undefined)
}

/** The device of a call and the step of its code; nothing where the call speaks of none. */
export function deviceOf({ caller, account, input, now }: Call<Given>) {
  const { SerialNumber, TokenCode } = input
  if (SerialNumber === undefined && TokenCode === undefined) return undefined
  if (SerialNumber === undefined || TokenCode === undefined) {
    throw failed(', must provide both MFA serial number and one time pass code.')
  }
  const device = devicesOf(account, caller).find(({ serial }) => serial === SerialNumber)
  if (!device) {
    throw failed(
      ', unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.'
    )
  }
  const step = stepOfCode(device.seed, TokenCode, now, device.lastStep)
  if (step === undefined) throw failed(' with invalid MFA one time pass code. ')
  return { device, step }
}

/** A code counts for the very call that brings it. */
export const mfaContext = (call: Call<Given>): Context =>
  deviceOf(call)
    ? { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' }
    : {}

/** Uses up the code of a call; says whether there was one. To be called with a draft. */
export function spendCode(call: Call<Given>) {
  const used = deviceOf(call)
  if (used) used.device.lastStep = used.step
  return used !== undefined
}
