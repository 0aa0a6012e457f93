/**
 * Holds the current world and lets it change, one change at a time. Every change comes with
 * the patches that make it, which is what a journal keeps and other tabs apply.
 */
import { apply, create, type Patches } from 'mutative'
import type { World } from './model'
import { createPropagation } from './propagation'

/** Turns one world into the next. Plain JSON. */
export type Change = Patches

export type Journal = {
  /**
   * Resolves when this cloud alone may write and has applied what others wrote meanwhile. The
   * result gives way again.
   */
  begin(): Promise<() => void>
  /** Resolves when the change is durable; one at a time. */
  append(change: Change): Promise<void>
}

/** The inverse patches come third, and nobody needs them. */
const withPatches = ([next, patches]: [World, Change, Change]): [World, Change] => [
  next,
  patches,
]

export type Listener = (world: World) => void

export type Store = ReturnType<typeof createStore>

/** `now`, in milliseconds, dates the changes, for as long as they are not enforced. */
export function createStore(first: World, journal?: Journal, now = () => 0) {
  let world = first
  const propagation = createPropagation()
  const listeners = new Set<Listener>()
  const publish = (next: World) => {
    world = next
    for (const listener of listeners) listener(next)
  }
  const log = journal && createLog(journal, publish, first)

  /** What changed is only worth finding out where somebody keeps it. */
  const drafted = (recipe: (draft: World) => void): [World, Change] =>
    log
      ? withPatches(create(world, recipe, { enablePatches: true }))
      : [create(world, recipe), []]

  return {
    get world() {
      return world
    },
    /** The world that decides now: where IAM takes its time, one of a while ago. */
    get enforced() {
      return propagation.enforced(world, now())
    },
    /** Changes the world or, when `recipe` throws, leaves it as it was. */
    change<T>(recipe: (draft: World) => T): T {
      if (log && !log.isOurTurn()) {
        throw new Error('with a journal the world changes inside of `exclusively` only')
      }
      let result: T | undefined
      const [next, patches] = drafted((draft) => {
        result = recipe(draft)
      })
      if (next !== world) {
        propagation.replaced(world, now())
        log?.add(patches, next)
        publish(next)
      }
      // `recipe` ran, or an error is on its way
      return result as T
    },
    /** Somebody else's change. */
    apply(change: Change) {
      propagation.replaced(world, now())
      publish(apply(world, change))
      log?.settledAt(world)
    },
    replace(next: World) {
      propagation.forget()
      publish(next)
      log?.settledAt(next)
    },
    subscribe(listener: Listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Nothing to wait for without a journal. */
    begin: () => log?.begin(),
    saved: () => log?.saved() ?? Promise.resolve(),
  }
}

/**
 * Writes changes to the journal in order. When one cannot be kept, those behind it cannot
 * either: the world goes back to the last one that is on disk.
 */
function createLog(journal: Journal, publish: Listener, first: World) {
  let durable = first
  let saved: Promise<void> = Promise.resolve()
  let losses = 0
  let turns = 0

  async function write(before: Promise<void>, change: Change, next: World, mine: number) {
    await before.catch(() => undefined)
    if (mine !== losses) throw new Error('the change before this one could not be kept')
    try {
      await journal.append(change)
      durable = next
    } catch (error) {
      losses += 1
      publish(durable)
      throw error
    }
  }

  return {
    isOurTurn: () => turns > 0,
    add(change: Change, next: World) {
      saved = write(saved, change, next, losses)
      // whoever made the change hears of it from `saved`
      saved.catch(() => undefined)
    },
    saved: () => saved,
    settledAt(world: World) {
      durable = world
    },
    async begin() {
      const giveWay = await journal.begin()
      turns += 1
      return () => {
        turns -= 1
        giveWay()
      }
    },
  }
}
