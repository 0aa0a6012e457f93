/** How a test begins: options of the fixtures, and of `u.start`. */
import type { WorldOptions } from '~/data/hook-contract'
import type { FaultRule } from '~/faults/rule'
import type { ScenarioPatch } from '~/scenarios/patch'

export type Options = WorldOptions & {
  /** A scenario's name, `url:` and a path, or a patch on the scenario that it extends. */
  scenario?: string | ScenarioPatch
  /** Transitions; off unless it says otherwise. */
  motion?: 'on' | 'off'
  store?: 'none' | 'session' | 'local' | 'server'
}

const textOf = {
  latency: (value: NonNullable<Options['latency']>) =>
    typeof value === 'number' ? String(value) : value.join('-'),
  consistency: (value: NonNullable<Options['consistency']>) =>
    typeof value === 'string'
      ? value
      : `${value.enforce},${value.principals ?? value.enforce}`,
  faults: (value: FaultRule[]) => JSON.stringify(value),
}

/** The starting parameters for these options; a scenario that is a patch is no parameter. */
export function parametersOf(options: Options): Record<string, string> {
  const { scenario, latency, consistency, faults, rng, ...plain } = options
  const all = {
    ...plain,
    scenario: typeof scenario === 'string' ? scenario : scenario?.extends,
    latency: latency === undefined ? undefined : textOf.latency(latency),
    consistency: consistency === undefined ? undefined : textOf.consistency(consistency),
    faults: faults === undefined ? undefined : textOf.faults(faults),
    rng: rng === undefined ? undefined : String(rng),
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]]
    )
  )
}

/** A path with parameters in front of its hash. */
export function addressOf(path: string, parameters: Record<string, string>): string {
  const url = new URL(path, 'http://understudy.test')
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return `${url.pathname}${url.search}${url.hash}`
}
