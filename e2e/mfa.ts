/** A virtual MFA device, as an authenticator app would hold it. */
import type { CreateVirtualMFADeviceResponse } from '@aws-sdk/client-iam'
import type { Page } from '@playwright/test'
import { totp, Understudy } from './kit'
import { ACCOUNT } from './utils'

/** Half a minute on, when a device shows its next code. */
const NEXT = 30_000

/** Gives a user a device and returns what the device shows, always a new code. */
export async function giveDevice(page: Page, UserName: string) {
  const serial = `arn:aws:iam::${ACCOUNT}:mfa/${UserName}`
  const u = new Understudy(page)
  const { VirtualMFADevice } = await u.call<CreateVirtualMFADeviceResponse>(
    'iam:CreateVirtualMFADevice',
    { VirtualMFADeviceName: UserName },
    'user/Admin'
  )
  const seed = new TextDecoder().decode(VirtualMFADevice?.Base32StringSeed)
  const codeNow = async () => {
    await u.clock.advance(NEXT)
    return totp(seed, await u.clock.now())
  }
  const now = Date.parse(await u.clock.now())
  await u.call(
    'iam:EnableMFADevice',
    {
      UserName,
      SerialNumber: serial,
      AuthenticationCode1: totp(seed, now - NEXT),
      AuthenticationCode2: totp(seed, now),
    },
    'user/Admin'
  )
  return codeNow
}
