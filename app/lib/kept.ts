/**
 * Where stores keep what outlives a reload. Nothing is kept until `keep()` is called: a tab
 * that was started with parameters of its own must leave the others alone.
 */
export type KeptStorage = {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
  removeItem(name: string): void
  /** Calls back when somebody else has changed what is kept under a name. */
  follow(listener: (name: string | null) => void): void
}

/** Who is signed in is kept under this name. */
export const IDENTITY_NAME = 'understudy.identity/v1'

function createMemory(): KeptStorage {
  const values = new Map<string, string>()
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
    follow: () => {},
  }
}

const unlessForbidden = <T>(access: () => T): T | undefined => {
  try {
    return access()
  } catch {
    // a browser may forbid storage; the tab then forgets, and works
    return undefined
  }
}

/** Of this browser, or of this tab alone. */
export const webStorage = (kind: 'localStorage' | 'sessionStorage'): KeptStorage => ({
  getItem: (name) => unlessForbidden(() => window[kind].getItem(name)) ?? null,
  setItem: (name, value) => void unlessForbidden(() => window[kind].setItem(name, value)),
  removeItem: (name) => void unlessForbidden(() => window[kind].removeItem(name)),
  follow(listener) {
    window.addEventListener('storage', (event) => {
      if (event.storageArea === unlessForbidden(() => window[kind])) listener(event.key)
    })
  },
})

let storage = createMemory()

export const keptStorage = {
  getItem: (name: string) => storage.getItem(name),
  setItem: (name: string, value: string) => storage.setItem(name, value),
  removeItem: (name: string) => storage.removeItem(name),
}

type Persisted = {
  persist: { rehydrate(): void | Promise<void>; getOptions(): { name?: string } }
}

/** Keep these stores there from now on, and follow what others do with them. */
export function keep(stores: Persisted[], where: KeptStorage) {
  storage = where
  for (const store of stores) void store.persist.rehydrate()
  where.follow((name) => {
    const changed = stores.find((store) => store.persist.getOptions().name === name)
    if (changed) void changed.persist.rehydrate()
  })
}
