import type { CompiledStatement } from '../policy/compile'
import type {
  PolicyName,
  PolicyNames,
  PolicyRef,
  PolicyType,
  StatementRef,
} from './decision'

/** Where a policy stands in its set. */
export type Place = { type: PolicyType; index: number; level: number }

export function nameOfPolicy(
  { type, index, level }: Place,
  names: PolicyNames | undefined
): PolicyName | undefined {
  switch (type) {
    case 'resource':
    case 'trust':
      return names?.[type]
    case 'scp':
      return names?.scps?.[level]?.[index]
    case 'rcp':
      return names?.rcps?.[level]?.[index]
    case 'identity':
    case 'boundary':
    case 'session':
      return names?.[type]?.[index]
  }
}

export function policyRefOf(place: Place, names: PolicyNames | undefined): PolicyRef {
  const { type, index, level } = place
  const ref: PolicyRef = { type, index, ...nameOfPolicy(place, names) }
  return type === 'scp' || type === 'rcp' ? { ...ref, level } : ref
}

export function refOf(
  place: Place & { statement: CompiledStatement },
  names: PolicyNames | undefined
): StatementRef {
  const { index, sid, effect } = place.statement
  const policy = policyRefOf(place, names)
  return sid === undefined ? { policy, index, effect } : { policy, index, sid, effect }
}

/** `identity[0].Statement[1]`, `trust.Statement[0]`, `scps[1][0].Statement[2]`. */
export function printRef({ policy, index }: StatementRef): string {
  return `${printPlace(policy)}.Statement[${index}]`
}

function printPlace({ type, index, level = 0 }: PolicyRef): string {
  switch (type) {
    case 'resource':
    case 'trust':
      return type
    case 'scp':
    case 'rcp':
      return `${type}s[${level}][${index}]`
    case 'identity':
    case 'boundary':
    case 'session':
      return `${type}[${index}]`
  }
}
