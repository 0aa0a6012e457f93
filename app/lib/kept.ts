/**
 * Where stores keep what outlives a reload. Nothing is kept until `keep()` is called: a tab
 * that was started with parameters of its own must leave the others alone.
 */
const memory = new Map<string, string>()

let kept = false

const unlessForbidden = <T>(access: () => T): T | undefined => {
  try {
    return access()
  } catch {
    // a browser may forbid storage; the tab then forgets, and works
    return undefined
  }
}

export const keptStorage = {
  getItem: (name: string) =>
    (kept ? unlessForbidden(() => localStorage.getItem(name)) : memory.get(name)) ?? null,
  setItem: (name: string, value: string) => {
    if (kept) unlessForbidden(() => localStorage.setItem(name, value))
    else memory.set(name, value)
  },
  removeItem: (name: string) => {
    if (kept) unlessForbidden(() => localStorage.removeItem(name))
    else memory.delete(name)
  },
}

type Persisted = {
  persist: { rehydrate(): void | Promise<void>; getOptions(): { name?: string } }
}

/** Keep these stores in the browser from now on, and follow what other tabs do with them. */
export function keep(stores: Persisted[]) {
  kept = true
  for (const store of stores) void store.persist.rehydrate()
  const follow = (event: StorageEvent) => {
    const changed = stores.find((store) => store.persist.getOptions().name === event.key)
    if (changed) void changed.persist.rehydrate()
  }
  window.addEventListener('storage', follow)
}
