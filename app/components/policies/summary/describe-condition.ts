import { type ConditionBlock, toList } from '~/engine/policy/document'

const plain: Record<string, string> = {
  Bool: '=',
  StringEquals: '=',
  NumericEquals: '=',
  DateEquals: '=',
  ArnEquals: '=',
}

/** `NumericLessThanIfExists` as `| numeric less than if exists |`. */
const operatorWords = (operator: string) =>
  plain[operator] ??
  `| ${operator
    .replace(':', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()} |`

/** `None`, the one condition as text, `Multiple`. */
export function describeConditions(block: ConditionBlock | undefined) {
  const tests = Object.entries(block ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(
      ([key, values]) => `${key} ${operatorWords(operator)} ${toList(values).join(', ')}`
    )
  )
  const [only] = tests
  if (only === undefined) return 'None'
  return tests.length > 1 ? 'Multiple' : only
}
