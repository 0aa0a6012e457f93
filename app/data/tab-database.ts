/**
 * A database for one tab. Its name is kept with the tab, and a lock says that the tab is alive;
 * what tabs have left behind that are no more is deleted by the next one that starts.
 */
import { clock } from '~/lib/clock'
import { deleteDatabase } from '~/world/world-database'
import { browserTabs, type Tabs } from '~/world/world-store'

const PREFIX = 'understudy-tab-'
const KEY = 'understudy.tab'

const holdForEver = (name: string) =>
  new Promise<boolean>((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      // held for as long as the page lives
      return lock ? new Promise<never>(() => {}) : undefined
    })
  })

/** A tab that was duplicated has the name of the other one, which is still there. */
async function ownName() {
  const before = window.sessionStorage.getItem(KEY)
  if (before && (await holdForEver(before))) return before
  const name = `${PREFIX}${clock.unique()}`
  window.sessionStorage.setItem(KEY, name)
  await holdForEver(name)
  return name
}

async function clearAway() {
  const databases = await indexedDB.databases()
  const { held = [] } = await navigator.locks.query()
  const alive = new Set(held.map(({ name }) => name))
  for (const { name } of databases) {
    if (name?.startsWith(PREFIX) && !alive.has(name)) await deleteDatabase(name)
  }
}

export async function tabDatabase(): Promise<{ name: string; tabs: Tabs }> {
  const name = await ownName()
  // what cannot be cleared away now is cleared away the next time
  void clearAway().catch(() => undefined)
  return { name, tabs: browserTabs(`understudy.world ${name}`) }
}
