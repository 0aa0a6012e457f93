/** What is wrong with what was entered in a dialog of the statement's panel. */
import { keyFacts } from '~/engine/catalog/condition-keys'
import type { KeyType } from '~/engine/catalog/global-keys'
import { openPart, type PrincipalTemplate } from '../principal-types'

const filledIn = (text: string) => {
  const blank = openPart(text)
  return blank && `Replace ${blank} with a value.`
}

export function arnProblem(text: string) {
  const arn = text.trim()
  if (arn === '') return 'Resource ARN is required.'
  if (arn !== '*' && !arn.startsWith('arn:'))
    return 'Resource ARN must be * or begin with arn:.'
  return filledIn(arn)
}

export function principalProblem(chosen: PrincipalTemplate | undefined, text: string) {
  if (chosen === undefined) return 'Choose a principal type.'
  return text.trim() === '' ? 'ARN is required.' : filledIn(text)
}

export function keyProblem(key: string) {
  return key.trim() === '' ? 'Condition key is required.' : filledIn(key)
}

export const valueProblem = (value: string) =>
  value === '' ? 'Value is required.' : filledIn(value)

const usual: Record<KeyType, string> = {
  string: 'StringEquals',
  arn: 'ArnLike',
  bool: 'Bool',
  numeric: 'NumericEquals',
  date: 'DateGreaterThan',
  ip: 'IpAddress',
  'date-or-numeric': 'NumericGreaterThan',
}

/** What a key of its type is usually compared by. */
export const usualOperator = (key: string) =>
  usual[keyFacts(key.trim().toLowerCase())?.type ?? 'string']

/** A qualifier, an operator and whether the key may be absent, as one name. */
export const operatorName = (qualifier: string, operator: string, ifExists: boolean) =>
  `${qualifier}${operator}${ifExists && operator !== 'Null' ? 'IfExists' : ''}`
