/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
import { isPolicyDate } from '../dates'
import type { FindingId } from '../findings'
import type { OperatorFamily } from '../operators'
import type { JsonNode } from '../parse'
import { checkAddresses } from './addresses'
import { checkPatterns } from './patterns'
import {
  type Check,
  type Condition,
  hasVariable,
  hasWildcard,
  type Raise,
  textOf,
} from './statement'

export const checkValues: Check = ({ statements }, raise) => {
  for (const statement of statements) {
    for (const condition of statement.conditions) {
      for (const value of condition.values) checkValue(condition, value, raise)
      checkBounds(condition, raise)
      checkAddresses(condition, raise)
      checkPatterns(statement, condition, raise)
    }
  }
}

type Rule = { id: FindingId; fits: (text: string) => boolean }

const isBool = (text: string) => /^(?:true|false)$/i.test(text)

const rules: Partial<Record<OperatorFamily, Rule>> = {
  bool: { id: 'TYPE_MISMATCH_BOOLEAN', fits: isBool },
  null: { id: 'TYPE_MISMATCH_BOOLEAN', fits: isBool },
  numeric: {
    id: 'TYPE_MISMATCH_NUMBER',
    fits: (text) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text),
  },
  date: { id: 'TYPE_MISMATCH_DATE', fits: isPolicyDate },
  binary: {
    id: 'TYPE_MISMATCH_STRING',
    fits: (text) => /^(?:[\w+/-]{4})*(?:[\w+/-]{2}==|[\w+/-]{3}=)?$/.test(text),
  },
}

function checkValue(
  { key, operator, operatorNode }: Condition,
  node: JsonNode,
  raise: Raise
) {
  const text = textOf(node)
  if (operator === undefined || text === undefined) return
  const rule = rules[operator.family]
  if (rule && !hasVariable(text) && !rule.fits(text))
    return raise(rule.id, node, { operator: operatorNode.value })
  if (operator.family === 'date' && /^\d{1,8}$/.test(text))
    return raise('INVALID_DATE_VALUE', node, { date: text })
  if (isLiteral(operator.base) && hasWildcard(text))
    return raise('WILDCARD_WITHOUT_LIKE_OPERATOR', node)
  return checkNetwork(key, node, text, raise)
}

/** Operators that take a star for a star. */
const isLiteral = (base: string) => /^String(?:Not)?Equals/.test(base)

const network: Record<string, { id: FindingId; form: RegExp }> = {
  'aws:sourcevpc': { id: 'INVALID_VPC_FORMAT', form: /^vpc-(?:[0-9a-z]{8}|[0-9a-z]{17})$/ },
  'aws:sourcevpce': {
    id: 'INVALID_VPCE_FORMAT',
    form: /^vpce-(?:[0-9a-z]{8}|[0-9a-z]{17})$/,
  },
}

function checkNetwork(key: string, node: JsonNode, text: string, raise: Raise) {
  const rule = Object.hasOwn(network, key) ? network[key] : undefined
  if (!rule || hasVariable(text) || hasWildcard(text) || isBool(text)) return
  if (!rule.form.test(text)) raise(rule.id, node)
}

/** Of several bounds on one side, only one can count. */
function checkBounds({ operator, keyNode, valueNode, values }: Condition, raise: Raise) {
  const side = /^(?:Numeric|Date)(Less|Greater)Than/.exec(operator?.base ?? '')?.[1]
  if (operator === undefined || side === undefined || values.length < 2) return
  raise('REDUNDANT_CONDITION_VALUE_NUM', valueNode, {
    operator: operator.base,
    // any one value may match, so the widest bound decides
    extreme: side === 'Less' ? 'greatest' : 'least',
    key: keyNode.value,
  })
}
