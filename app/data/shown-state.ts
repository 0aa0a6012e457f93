/**
 * What a test may want to know and ARIA has no word for, as attributes of the page's root:
 * `data-u-ready`, `data-u-busy`, `data-u-session`; the router adds `data-u-route`.
 */
import { onWork } from '~/lib/idle'
import { type Identity, useIdentityStore } from '~/stores/identity'

const { dataset } = document.documentElement

/** `user/Stuart`, or `role/X` in a role; nothing when nobody is signed in. */
export function sessionName({ signIn, role }: Identity) {
  if (role) return `role/${role.roleName}`
  if (!signIn) return undefined
  return signIn.kind === 'root' ? 'root' : `user/${signIn.name}`
}

function showSession(identity: Identity) {
  const name = sessionName(identity)
  if (name) dataset.uSession = name
  else delete dataset.uSession
}

export function showState() {
  showSession(useIdentityStore.getState())
  useIdentityStore.subscribe(showSession)
  dataset.uBusy = '0'
  onWork((calls) => {
    dataset.uBusy = String(calls)
  })
  dataset.uReady = 'true'
}
