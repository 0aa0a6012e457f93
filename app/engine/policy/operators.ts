/**
 * Names of condition operators. Spelling counts, case included.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const families = {
  string: [
    'StringEquals',
    'StringNotEquals',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    'StringLike',
    'StringNotLike',
  ],
  numeric: [
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  date: [
    'DateEquals',
    'DateNotEquals',
    'DateLessThan',
    'DateLessThanEquals',
    'DateGreaterThan',
    'DateGreaterThanEquals',
  ],
  bool: ['Bool'],
  binary: ['BinaryEquals'],
  ip: ['IpAddress', 'NotIpAddress'],
  arn: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
  null: ['Null'],
} as const

export type OperatorFamily = keyof typeof families

const familyOf = new Map<string, OperatorFamily>(
  // keys of a constant table are its own
  (Object.keys(families) as OperatorFamily[]).flatMap((family) =>
    families[family].map((name): [string, OperatorFamily] => [name, family])
  )
)

/** Without qualifier and suffix. */
export const operatorNames: readonly string[] = [...familyOf.keys()]

export type Operator = {
  qualifier: 'ForAllValues' | 'ForAnyValue' | undefined
  base: string
  family: OperatorFamily
  ifExists: boolean
}

export function parseOperator(text: string): Operator | undefined {
  const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(text)
  const base = match?.[2] ?? ''
  const family = familyOf.get(base)
  if (match === null || family === undefined) return undefined
  const qualifier =
    match[1] === 'ForAllValues' || match[1] === 'ForAnyValue' ? match[1] : undefined
  return { qualifier, base, family, ifExists: match[3] !== undefined }
}
