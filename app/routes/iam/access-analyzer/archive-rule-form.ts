import type { Criterion } from '@aws-sdk/client-accessanalyzer'

export type Operator = 'eq' | 'neq' | 'contains'

/** One row of the form. Several values are separated by commas. */
export type CriterionField = { property: string; operator: Operator; value: string }

export type RuleForm = { name: string; criteria: CriterionField[] }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-filter-keys.html */
export const properties = {
  external: [
    { value: 'principal.AWS', label: 'AWS Account' },
    { value: 'principal.Federated', label: 'Federated User' },
    { value: 'resource', label: 'Resource ARN' },
    { value: 'resourceType', label: 'Resource type' },
    { value: 'resourceOwnerAccount', label: 'Resource owner account' },
    { value: 'isPublic', label: 'Public access' },
    { value: 'action', label: 'Action' },
  ],
  unused: [
    { value: 'findingType', label: 'Finding type' },
    { value: 'resource', label: 'Resource ARN' },
    { value: 'resourceType', label: 'Resource type' },
    { value: 'resourceOwnerAccount', label: 'Resource owner account' },
  ],
}

export const operators: { value: Operator; label: string }[] = [
  { value: 'eq', label: 'Equals' },
  { value: 'neq', label: 'Not equals' },
  { value: 'contains', label: 'Contains' },
]

export const blankCriterion = (kind: keyof typeof properties): CriterionField => ({
  property: properties[kind][0]?.value ?? 'resource',
  operator: 'eq',
  value: '',
})

const valuesOf = (text: string) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)

/** Rows on one property are one criterion. */
export function filterOf(criteria: readonly CriterionField[]): Record<string, Criterion> {
  const filter: Record<string, Criterion> = {}
  for (const { property, operator, value } of criteria) {
    const before = filter[property] ?? {}
    const values = [...(before[operator] ?? []), ...valuesOf(value)]
    filter[property] = { ...before, [operator]: values }
  }
  return filter
}

export const nameProblem = (name: string) => {
  if (name === '') return 'Rule name is required.'
  return /^[A-Za-z][\w.-]{0,254}$/.test(name)
    ? undefined
    : 'The name must begin with a letter and have letters, numbers, periods (.), underscores (_) and hyphens (-) alone, 255 characters at most.'
}

export const valueProblem = ({ value }: CriterionField) =>
  valuesOf(value).length === 0 ? 'Enter a value.' : undefined

export const isGood = ({ name, criteria }: RuleForm) =>
  nameProblem(name) === undefined &&
  criteria.length > 0 &&
  criteria.every((criterion) => valueProblem(criterion) === undefined)

const labelOf = (property: string) =>
  [...properties.external, ...properties.unused].find(({ value }) => value === property)
    ?.label ?? property

/** `AWS Account equals 444455556666`. */
export const filterText = (filter: Record<string, Criterion> = {}) =>
  Object.entries(filter)
    .flatMap(([property, criterion]) =>
      operators.flatMap(({ value, label }) => {
        const values = criterion[value]
        return values
          ? [`${labelOf(property)} ${label.toLowerCase()} ${values.join(' or ')}`]
          : []
      })
    )
    .join('; ') || '-'
