/**
 * Holds the current world and lets it change, one change at a time. Every change comes with
 * the patches that make it, which is what a journal keeps and other tabs apply.
 */
import { apply, create, type Patches } from 'mutative'
import type { World } from './model'

/** Turns one world into the next. Plain JSON. */
export type Change = Patches

export type Journal = {
  /**
   * Resolves when this cloud alone may write and has applied what others wrote meanwhile. The
   * result gives way again.
   */
  begin(): Promise<() => void>
  /** Resolves when the change is durable. */
  append(change: Change): Promise<void>
}

export type Listener = (world: World) => void

export type Store = ReturnType<typeof createStore>

export function createStore(first: World, journal?: Journal) {
  let world = first
  let saved: Promise<void> = Promise.resolve()
  const listeners = new Set<Listener>()

  const publish = (next: World) => {
    world = next
    for (const listener of listeners) listener(next)
  }

  return {
    get world() {
      return world
    },
    /** Changes the world or, when `recipe` throws, leaves it as it was. */
    change<T>(recipe: (draft: World) => T): T {
      let result: T | undefined
      const [next, patches] = create(
        world,
        (draft) => {
          result = recipe(draft)
        },
        { enablePatches: true }
      )
      if (next !== world) {
        if (journal) saved = journal.append(patches)
        publish(next)
      }
      // `recipe` ran, or an error is on its way
      return result as T
    },
    /** Somebody else's change. */
    apply: (change: Change) => publish(apply(world, change)),
    replace: publish,
    subscribe(listener: Listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    begin: () => journal?.begin(),
    saved: () => saved,
  }
}
