import { useMemo } from 'react'
import { useIdentityStore } from '~/stores/identity'
import type { Holder } from '../users/credentials/holder'

/** Whoever is signed in, root without a name; nobody while a role is active. */
export function useOwnHolder(): Holder | undefined {
  const who = useIdentityStore(({ signIn, role }) => (role ? undefined : signIn))
  return useMemo(
    () => who && { isOwn: true, name: who.kind === 'root' ? undefined : who.name },
    [who]
  )
}
