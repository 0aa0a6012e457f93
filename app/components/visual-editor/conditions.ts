/** Request conditions as the editor has them: two with a check box of their own, and the others. */
import { conditionKeysOf } from '~/engine/catalog/service-authorization'
import { globalKeyNames } from '~/engine/catalog/global-keys'
import { operatorNames, parseOperator } from '~/engine/policy/operators'
import type { Block, Condition } from './block'

export type ConditionForm = {
  key: string
  qualifier: '' | 'ForAnyValue' | 'ForAllValues'
  operator: string
  ifExists: boolean
  values: string[]
}

export const qualifiers: { value: ConditionForm['qualifier']; label: string }[] = [
  { value: '', label: 'Default' },
  { value: 'ForAnyValue', label: 'For any value in request' },
  { value: 'ForAllValues', label: 'For all values in request' },
]

export const freshForm: ConditionForm = {
  key: '',
  qualifier: '',
  operator: 'StringEquals',
  ifExists: false,
  values: [''],
}

export { operatorNames }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html */
export const mfaCondition: Condition = {
  operator: 'BoolIfExists',
  key: 'aws:MultiFactorAuthPresent',
  values: ['true'],
}

const isKey = (condition: Condition, operator: string, key: string) =>
  condition.operator === operator && condition.key.toLowerCase() === key.toLowerCase()

export const isMfa = (condition: Condition) =>
  isKey(condition, mfaCondition.operator, mfaCondition.key) &&
  condition.values.map(String).join() === 'true'

export const isFromIp = (condition: Condition) =>
  isKey(condition, 'IpAddress', 'aws:SourceIp')

export function toForm({ operator, key, values }: Condition): ConditionForm {
  const {
    qualifier = '',
    base = operator,
    ifExists = false,
  } = parseOperator(operator) ?? {}
  return { key, qualifier, operator: base, ifExists, values: values.map(String) }
}

export const toCondition = (form: ConditionForm): Condition => ({
  operator: `${form.qualifier ? `${form.qualifier}:` : ''}${form.operator}${form.ifExists ? 'IfExists' : ''}`,
  key: form.key.trim(),
  values: form.values.map((value) => value.trim()).filter(Boolean),
})

/** A form has one value in each line, and no room for what is more or less than that. */
export const fitsForm = ({ values }: Condition) =>
  values.every((value) => /^\S(?:.*\S)?$/.test(String(value)))

export type FormProblems = { key?: string; ifExists?: string; values?: string }

/** `others` are the block's conditions but for the one that is edited. */
export function formProblems(form: ConditionForm, others: readonly Condition[]) {
  const { operator, key, values } = toCondition(form)
  const problems: FormProblems = {}
  if (!/^[^:\s]+:\S+$/.test(key)) problems.key = 'Enter a condition key: service:keyname.'
  else if (others.some((other) => isKey(other, operator, key)))
    problems.key = 'There is a condition with this key and operator. Add the values there.'
  if (form.operator === 'Null' && form.ifExists)
    problems.ifExists = 'The Null operator cannot be used with If exists.'
  if (values.length === 0) problems.values = 'Enter at least one value.'
  return problems
}

/** Keys of the service, then those of every request. */
export function keysFor({ service }: Block) {
  const own = (service && conditionKeysOf(service)) || []
  const names = own.map(({ name }) => name)
  return {
    service: names.filter((name) => !name.startsWith('aws:')).toSorted(),
    global: [
      ...new Set([...globalKeyNames, ...names.filter((name) => name.startsWith('aws:'))]),
    ].toSorted(),
  }
}

export const describe = ({ key, operator, values }: Condition) =>
  `${key} | ${operator} | ${values.join(', ')}`
