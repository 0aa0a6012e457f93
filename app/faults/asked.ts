/** Faults as they are asked for: by rules, by persona, or by what is wanted most often. */
import { eventually, personaNames, personas } from './personas'
import { type FaultRule, FaultRuleError, parseFaultRules, type Ui } from './rule'

export type AskedFaults = {
  persona?: string
  faults?: FaultRule[]
  /** Milliseconds that every call takes. */
  latency?: number | [number, number]
  /** How late changes of IAM are felt, in milliseconds. */
  consistency?: { enforce: number; principals?: number } | 'on' | 'off'
  ui?: Ui
}

/** Throws a `FaultRuleError` when nobody has that name. */
function rulesOfPersona(name: string): FaultRule[] {
  const known = personaNames.find((each) => each === name)
  if (known) return personas[known]
  throw new FaultRuleError(
    'persona',
    `nobody is called ${name}, only ${personaNames.join(', ')}`
  )
}

/** All of it as rules, checked; none where nothing is asked for. */
export function rulesAsked(asked: AskedFaults): FaultRule[] {
  const { persona, faults, latency, consistency, ui } = asked
  const slow = consistency === 'on' ? eventually : consistency
  return parseFaultRules([
    ...(persona ? rulesOfPersona(persona) : []),
    ...(faults ?? []),
    ...(latency ? [{ op: '*:*', delay: latency }] : []),
    ...(slow && slow !== 'off'
      ? [{ consistency: { ...slow, principals: slow.principals ?? slow.enforce } }]
      : []),
    ...(ui ? [{ ui }] : []),
  ])
}
