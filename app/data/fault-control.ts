/** Sets faults and takes them back: by rules, by persona, by parameter. */
import { arrangeFaults, uiOf } from '~/faults/arrange'
import { withFaults } from '~/faults/faulty-client'
import { createInjector, type Injector } from '~/faults/injector'
import type { Pause } from '~/faults/pauses'
import { eventually, personaNames, personas } from '~/faults/personas'
import { type FaultRule, FaultRuleError, parseFaultRules } from '~/faults/rule'
import { clock } from '~/lib/clock'
import { setEdition } from '~/stores/edition'
import { cloud } from './cloud'
import { setFaulty } from './faults'
import type { WorldOptions } from './hook-contract'
import { type StartParameters, StartParameterError } from './start-parameters'

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

/** The rules of a persona; throws when nobody has that name. */
function rulesOfPersona(name: string): FaultRule[] {
  const known = personaNames.find((each) => each === name)
  if (known) return personas[known]
  throw new FaultRuleError(
    'persona',
    `nobody is called ${name}, only ${personaNames.join(', ')}`
  )
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

export const pauseCall = (operation: string): Pause => theInjector().pause(operation)

export type FaultsAsked = Pick<
  WorldOptions,
  'persona' | 'faults' | 'latency' | 'consistency' | 'ui'
>

/** What is asked for, as rules; `undefined` when nothing is. */
export function rulesOf(asked: FaultsAsked): FaultRule[] | undefined {
  const { persona, faults, latency, consistency, ui } = asked
  if ([persona, faults, latency, consistency, ui].every((each) => each === undefined)) {
    return undefined
  }
  const late = consistency === 'on' ? eventually : consistency
  return [
    ...(persona ? rulesOfPersona(persona) : []),
    ...(faults ?? []),
    ...(latency ? [{ op: '*:*', delay: latency }] : []),
    ...(late && late !== 'off'
      ? [{ consistency: { ...late, principals: late.principals ?? late.enforce } }]
      : []),
    ...(ui ? [{ ui }] : []),
  ]
}

/** At the start a rule that is wrong is an error of the address. */
export async function startFaults({ faults, rng, ...asked }: StartParameters) {
  try {
    const rules = faults === undefined ? undefined : parseFaultRules(JSON.parse(faults))
    await setFaults(rulesOf({ ...asked, ...(rules ? { faults: rules } : {}) }) ?? [], rng)
  } catch (error) {
    if (!(error instanceof FaultRuleError)) throw error
    throw new StartParameterError(error.path, error.message)
  }
}
