import { isServiceError } from '~/engine/errors'
import { clock } from '~/lib/clock'
import { flash, dismissFlash } from '~/stores/flash'
import { expired, switchedBack, useIdentityStore } from '~/stores/identity'
import { whenNothingIsLost } from './unsaved'

const id = 'session-ended'

const codes = ['ExpiredToken', 'InvalidClientTokenId']

/** An error may be wrapped in one that says it in other words. */
export function endsSession(error: unknown): boolean {
  if (isServiceError(error)) return codes.includes(error.code)
  return error instanceof Error && error.cause !== undefined && endsSession(error.cause)
}

/** A role session that ended leaves the sign-in behind it; a sign-in that ended leaves nothing. */
export function sessionEnded() {
  const { role: active, signIn } = useIdentityStore.getState()
  if (!signIn) return
  const { expiration } = signIn.credentials
  // a role lasts no longer than the sign-in, so both may have ended at once
  const role = expiration && expiration <= clock.now() ? undefined : active
  const leave = role ? switchedBack : expired
  flash({
    id,
    type: 'warning',
    header: 'Your session has expired',
    content: role
      ? `The session of ${role.displayName} has ended. Switch back to go on as ${signIn.name}.`
      : 'Sign in again to go on.',
    action: {
      label: role ? 'Switch back' : 'Sign in',
      run: () =>
        whenNothingIsLost(() => {
          dismissFlash(id)
          leave()
        }),
    },
  })
}
