/** Sets faults and takes them back: by rules, by persona, by parameter. */
import { arrangeFaults, uiOf } from '~/faults/arrange'
import { rulesAsked } from '~/faults/asked'
import { withFaults } from '~/faults/faulty-client'
import { createInjector, type Injector } from '~/faults/injector'
import type { Pause } from '~/faults/pauses'
import { FaultRuleError, parseFaultRules, parseOperation } from '~/faults/rule'
import { clock } from '~/lib/clock'
import { setEdition } from '~/stores/edition'
import { cloud } from './cloud'
import { setFaulty } from './faults'
import type { WorldOptions } from './hook-contract'
import {
  checkEditions,
  type StartParameters,
  StartParameterError,
} from './start-parameters'

let injector: Injector | undefined

const wait = (ms: number) =>
  new Promise<void>((resolve) => void clock.setTimeout(resolve, ms))

function theInjector(seed?: number) {
  if (!injector || seed !== undefined) {
    injector = createInjector({ now: clock.steady, wait }, seed)
  }
  const made = injector
  setFaulty({ injector: made, wrap: (client, by) => withFaults(client, made, by) })
  return made
}

/** Checks rules and has them hold from now on, in place of those before. */
export async function setFaults(value: unknown, seed?: number) {
  const rules = parseFaultRules(value)
  theInjector(seed).set(rules)
  const ui = uiOf(rules)
  if (ui) await setEdition(ui)
  await arrange(rules)
}

/** Has the rules hold in a world that has taken the place of another. */
export const arrange = (rules = injector?.rules ?? []) =>
  rules.length > 0 || Object.keys(cloud().world.rules).length > 1
    ? cloud().amend((world) => arrangeFaults(world, rules, clock.millis()))
    : Promise.resolve()

export const pauseCall = (operation: string): Pause =>
  theInjector().pause(parseOperation(operation))

export type FaultsAsked = Pick<
  WorldOptions,
  'persona' | 'faults' | 'latency' | 'consistency' | 'ui'
>

/** What is asked for, as rules; `undefined` when nothing is. */
export const rulesOf = ({ persona, faults, latency, consistency, ui }: FaultsAsked) => {
  const asked = { persona, faults, latency, consistency, ui }
  const isAny = Object.values(asked).some((each) => each !== undefined)
  return isAny ? rulesAsked(asked) : undefined
}

/** At the start a rule that is wrong is an error of the address. */
export async function startFaults({ faults, rng, ...asked }: StartParameters) {
  try {
    const rules = faults === undefined ? undefined : parseFaultRules(JSON.parse(faults))
    const all = rulesOf({ ...asked, ...(rules ? { faults: rules } : {}) }) ?? []
    checkEditions(asked, uiOf(all))
    await setFaults(all, rng)
  } catch (error) {
    if (!(error instanceof FaultRuleError)) throw error
    throw new StartParameterError(error.path, error.message)
  }
}
