import { codeAt } from '~/engine/totp'

/**
 * The six digits that a virtual MFA device shows at a time. `seed` is base32, as
 * `iam:CreateVirtualMFADevice` gives it; the time is the world's, of `u.clock.now()`.
 */
export const totp = (seed: string, at: string | number | Date): string =>
  codeAt(seed, new Date(at).toISOString())
