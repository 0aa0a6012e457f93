import { useSearchParams } from 'react-router'
import type { Principal, PrincipalKind } from '~/data/simulator'
import type { Query } from '~/lib/path-builder'

export type Mode = 'existing' | 'new'

const kinds: PrincipalKind[] = ['user', 'group', 'role']

export type Subject = {
  mode: Mode
  principal: Principal | undefined
  setMode: (mode: Mode) => void
  setPrincipal: (principal: Principal | undefined) => void
}

/** Whom the simulation is about is in the address, so that a link can be shared. */
export function useSubject(): Subject {
  const [search, setSearch] = useSearchParams()
  const mode: Mode = search.get('mode') === 'new' ? 'new' : 'existing'
  const kind = kinds.find((known) => search.get(known))
  const change = (query: Query) =>
    setSearch(
      (old) => {
        for (const [name, value] of Object.entries(query)) {
          if (value === undefined) old.delete(name)
          else old.set(name, value)
        }
        return old
      },
      { preventScrollReset: true }
    )
  return {
    mode,
    principal: kind && { kind, name: search.get(kind) ?? '' },
    setMode: (next) => change({ mode: next === 'new' ? 'new' : undefined }),
    setPrincipal: (next) =>
      change({
        user: undefined,
        group: undefined,
        role: undefined,
        ...(next ? { [next.kind]: next.name } : {}),
      }),
  }
}
