/** The tab's one cloud. It is made at the start and replaced when the scenario is reset. */
import type { Cloud, World } from '~/engine'

let current: Cloud | undefined
let unsubscribe = () => {}

/** Called when somebody has changed the world: this tab, another one, or a script. */
type WriteListener = () => void

const listeners = new Set<WriteListener>()

export function onWrite(listener: WriteListener) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type WorldListener = (world: World) => void

const worldListeners = new Set<WorldListener>()

/** Called with every new state of the world, whichever cloud it is in. */
export function onWorld(listener: WorldListener) {
  worldListeners.add(listener)
  return () => {
    worldListeners.delete(listener)
  }
}

const announce = () => listeners.forEach((listener) => listener())

/**
 * Every call changes the world, if only by its entry in the event history, and reads must not
 * lead to more reads. So writes are found in the events that came since the last look.
 */
function followWrites(cloud: Cloud) {
  let last = cloud.world.events.at(-1)?.eventID
  return cloud.subscribe((world) => {
    const seen = world.events.findLastIndex((event) => event.eventID === last)
    const fresh = world.events.slice(seen + 1)
    last = world.events.at(-1)?.eventID
    for (const listener of worldListeners) listener(world)
    if (fresh.some((event) => !event.readOnly && !event.errorCode)) announce()
  })
}

export function setCloud(cloud: Cloud) {
  unsubscribe()
  current = cloud
  unsubscribe = followWrites(cloud)
  announce()
}

export function cloud(): Cloud {
  if (!current) throw new Error('the cloud was asked for before it was made')
  return current
}
