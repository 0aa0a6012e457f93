import { clock } from './clock'

/** Whoever knows of work that the eye can't see says here how much is left. */
type Probe = () => number

const probes = new Set<Probe>([() => clock.pending()])
let calls = 0

export function addProbe(probe: Probe) {
  probes.add(probe)
  return () => probes.delete(probe)
}

/** Counts a promise as work until it settles. */
export async function track<T>(work: Promise<T>): Promise<T> {
  calls += 1
  try {
    return await work
  } finally {
    calls -= 1
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
