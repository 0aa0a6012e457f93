/** Assertions, held against this tab as it is now. */
import { roleArn } from '~/engine/arn'
import { parseAssertion } from '~/labs/assertion'
import { check } from '~/labs/check'
import { clock } from '~/lib/clock'
import { useIdentityStore } from '~/stores/identity'
import { cloud } from './cloud'
import { placesShown } from './places-shown'

/** A role is remembered as it was typed: with its path. */
function sessionNow() {
  const { signIn, role } = useIdentityStore.getState()
  if (!signIn) return undefined
  if (!role) return { user: signIn.arn }
  const slash = role.roleName.lastIndexOf('/')
  const path = slash === -1 ? '/' : `/${role.roleName.slice(0, slash + 1)}`
  return {
    user: signIn.arn,
    via: roleArn(role.account, path, role.roleName.slice(slash + 1)),
  }
}

export function checkNow(assertion: unknown) {
  const session = sessionNow()
  const { pathname, search } = window.location
  return check(parseAssertion(assertion), {
    world: cloud().world,
    now: clock.now(),
    decide: cloud().decide,
    ...(session ? { session } : {}),
    at: { route: `${pathname}${search}`, places: placesShown().map(({ id }) => id) },
  })
}
