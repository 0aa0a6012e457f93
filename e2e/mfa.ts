/** A virtual MFA device, as an authenticator app would hold it. */
import type { Page } from '@playwright/test'
import { codeOfStep, stepAt } from '~/engine/totp'
import { ACCOUNT, arrange } from './utils'

/** Half a minute on, when a device shows its next code. */
const NEXT = 30_000

/** Gives a user a device and returns what the device shows, always a new code. */
export async function giveDevice(page: Page, UserName: string) {
  const serial = `arn:aws:iam::${ACCOUNT}:mfa/${UserName}`
  const seed = await page.evaluate(async (VirtualMFADeviceName) => {
    const input = { VirtualMFADeviceName }
    const created = await window.__understudy__.call(
      'iam:CreateVirtualMFADevice',
      input,
      'user/Admin'
    )
    // the operation's own shape, which a call by text does not know
    const { VirtualMFADevice: device } = created as {
      VirtualMFADevice: { Base32StringSeed: Uint8Array }
    }
    return new TextDecoder().decode(device.Base32StringSeed)
  }, UserName)
  const step = async () =>
    stepAt(await page.evaluate(() => window.__understudy__.clock.now()))
  const codeNow = async () => {
    await page.evaluate((ms) => window.__understudy__.clock.advance(ms), NEXT)
    return codeOfStep(seed, await step())
  }
  await arrange(page, 'iam:EnableMFADevice', {
    UserName,
    SerialNumber: serial,
    AuthenticationCode1: codeOfStep(seed, (await step()) - 1),
    AuthenticationCode2: codeOfStep(seed, await step()),
  })
  return codeNow
}
