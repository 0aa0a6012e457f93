import { clock } from './clock'

/** Whoever knows of work that the eye can't see says here how much is left. */
type Probe = () => number

const probes = new Set<Probe>([() => clock.pending()])
let calls = 0

export function addProbe(probe: Probe) {
  probes.add(probe)
  return () => probes.delete(probe)
}

let tell: (calls: number) => void = () => {}

/** Called with the number of calls that are under way, whenever it changes. */
export function onWork(listener: (calls: number) => void) {
  tell = listener
}

function count(change: 1 | -1) {
  calls += change
  tell(calls)
}

/** Counts a promise as work until it settles. */
export async function track<T>(work: Promise<T>): Promise<T> {
  count(1)
  try {
    return await work
  } finally {
    count(-1)
  }
}

export const pendingWork = () => [...probes].reduce((sum, probe) => sum + probe(), calls)

const QUIET_FRAMES = 2

/** Resolves when nothing has been under way for two frames in a row. */
export async function idle(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_FRAMES;) {
    await clock.painted()
    quiet = pendingWork() === 0 ? quiet + 1 : 0
  }
}
