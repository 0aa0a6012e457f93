/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
import { keyFacts } from '../../catalog/condition-keys'
import type { KeyType } from '../../catalog/global-keys'
import type { OperatorFamily } from '../operators'
import { parseOperator } from '../operators'
import type { Member, ObjectNode } from '../parse'
import { child, items } from '../tree'
import { checkKeyName } from './keys'
import type { Check, CheckedStatement, Condition, Raise } from './statement'

export const checkConditions: Check = ({ kind, statements }, raise) => {
  for (const statement of statements) {
    checkBlock(statement, raise)
    for (const condition of statement.conditions) {
      checkKey(condition, raise)
      checkSpoofable(statement, condition, raise)
      if (condition.key === 'aws:arn')
        raise(
          kind === 'resource'
            ? 'UNSUPPORTED_GLOBAL_CONDITION_KEY'
            : 'DEPRECATED_GLOBAL_CONDITION_KEY',
          condition.keyNode
        )
    }
    checkPairs(statement, raise)
  }
}

function checkBlock({ node }: CheckedStatement, raise: Raise) {
  const block = child(node, 'Condition')
  if (block === undefined) return
  if (block.type !== 'object')
    return raise('DATA_TYPE_MISMATCH', block, { dataType: 'Object' })
  if (block.members.length === 0) return raise('EMPTY_OBJECT_CONDITION', block)
  for (const member of block.members) checkOperator(member, raise)
}

function checkOperator({ key, value }: Member, raise: Raise) {
  const operator = parseOperator(key.value)
  if (operator === undefined)
    raise('INVALID_CONDITION_OPERATOR', key, { operator: key.value })
  else if (operator.family === 'null' && operator.ifExists)
    raise('NULL_WITH_IF_EXISTS', key)
  else if (operator.family === 'null' && operator.qualifier)
    raise('NULL_WITH_QUALIFIER', key)
  if (value.type !== 'object')
    return raise('DATA_TYPE_MISMATCH', value, { dataType: 'Object' })
  if (value.members.length === 0) return raise('EMPTY_OBJECT_CONDITION', value)
  return checkRepeats(value, raise)
}

function checkRepeats(block: ObjectNode, raise: Raise) {
  const seen = new Map<string, string>()
  for (const { key } of block.members) {
    const folded = key.value.toLowerCase()
    const before = seen.get(folded)
    if (before !== undefined && before !== key.value)
      raise('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', key, { key: key.value })
    seen.set(folded, key.value)
  }
}

function checkKey(condition: Condition, raise: Raise) {
  const { valueNode } = condition
  if (!checkKeyName(condition, raise)) return undefined
  if (valueNode.type === 'array' && valueNode.items.length === 0)
    return raiseEmpty(condition, raise)
  for (const item of items(valueNode)) {
    if (item.type === 'null' || item.type === 'array' || item.type === 'object')
      raise('DATA_TYPE_MISMATCH', item, { dataType: 'String' })
  }
  return checkType(condition, raise)
}

function raiseEmpty({ operator, keyNode, valueNode }: Condition, raise: Raise) {
  const values = { key: keyNode.value }
  if (operator?.ifExists) return raise('EMPTY_ARRAY_CONDITION_IFEXISTS', valueNode, values)
  if (operator?.qualifier === 'ForAllValues')
    return raise('EMPTY_ARRAY_CONDITION_FORALLVALUES', valueNode, values)
  if (operator?.qualifier === 'ForAnyValue')
    return raise('EMPTY_ARRAY_CONDITION_FORANYVALUE', valueNode, values)
  return raise('EMPTY_ARRAY_CONDITION', valueNode, values)
}

/**
 * Operators that can compare a type, and what to recommend in place of others. Any operator of
 * ARNs can compare the text of one.
 */
const operatorsFor: Record<KeyType, { families: OperatorFamily[]; allowed: string }> = {
  string: { families: ['string', 'arn'], allowed: 'String' },
  // strings compare with ARNs exactly; a pattern over the whole text is another matter
  arn: { families: ['arn', 'string'], allowed: 'ARN' },
  bool: { families: ['bool', 'string'], allowed: 'Boolean' },
  numeric: { families: ['numeric'], allowed: 'Numeric' },
  date: { families: ['date'], allowed: 'Date' },
  ip: { families: ['ip'], allowed: 'IP address' },
  'date-or-numeric': { families: ['date', 'numeric'], allowed: 'Date' },
}

function checkType({ key, keyNode, operator, operatorNode }: Condition, raise: Raise) {
  const type = keyFacts(key)?.type
  if (operator === undefined || operator.family === 'null' || type === undefined) return
  const { families, allowed } = operatorsFor[type]
  const values = { allowed, operator: operatorNode.value, key: keyNode.value }
  if (!families.includes(operator.family)) raise('TYPE_MISMATCH', operatorNode, values)
  else if (type === 'arn' && operator.base.endsWith('Like') && operator.family === 'string')
    raise('STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', operatorNode, values)
}

/** Whoever makes the request writes these into it. */
const spoofable = ['aws:referer', 'aws:useragent']

function checkSpoofable(statement: CheckedStatement, condition: Condition, raise: Raise) {
  const { key, keyNode, operator, operatorNode } = condition
  if (spoofable.includes(key))
    raise('UNTRUSTWORTHY_CONDITION_KEY', keyNode, { key: keyNode.value })
  if (operator?.qualifier !== 'ForAllValues' || !statement.allows) return
  if (operator.family === 'null') return
  // true as well when the key is missing, so that with one value it only loosens
  if (keyFacts(key)?.isMultiValued === false)
    raise('FORALLVALUES_WITH_SINGLE_VALUED_KEY', operatorNode, { key: keyNode.value })
}

/**
 * A private address means something only within the network it belongs to.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip
 */
const pairs = [
  {
    key: 'aws:vpcsourceip',
    needs: ['aws:SourceVpc', 'aws:SourceVpce'],
    others: ['aws:sourcevpcarn'],
  },
]

function checkPairs({ allows, conditions }: CheckedStatement, raise: Raise) {
  if (!allows) return
  for (const { key, needs, others } of pairs) {
    const found = conditions.find((condition) => condition.key === key)
    const wanted = [...needs.map((need) => need.toLowerCase()), ...others]
    if (!found || conditions.some((other) => wanted.includes(other.key))) continue
    raise('MISSING_PAIRED_CONDITION_KEYS', found.keyNode, {
      conditionKeyName: found.keyNode.value,
      recommendedKeys: needs.join(', '),
    })
  }
}
