/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
import { looselyMultiValued } from '../../catalog/beyond-reference'
import {
  keyFacts,
  keyFault,
  keyPrefix,
  serviceKeyOf,
  serviceOfKey,
} from '../../catalog/condition-keys'
import { tagKeyPrefixes } from '../../catalog/global-keys'
import type { Condition, Raise } from './statement'

/** Whether the key is one; if not, nothing more is said of its values. */
export function checkKeyName(condition: Condition, raise: Raise): boolean {
  const { key, keyNode } = condition
  if (lacksTag(key)) {
    const conditionKeyName = keyNode.value.replace(/\/?$/, '/')
    raise('MISSING_TAG_KEY_IN_CONDITION', keyNode, { conditionKeyName })
    return false
  }
  if (/^[^:\s]+:\S/.test(key)) return checkExistence(condition, raise)
  raise('INVALID_CONDITION_KEY_FORMAT', keyNode)
  return true
}

/** `aws:RequestTag/`, or `ec2:ResourceTag`: the name of a tag has to follow. */
function lacksTag(key: string) {
  const bare = key.replace(/\/$/, '')
  if (tagKeyPrefixes.includes(`${bare}/`)) return true
  return (
    bare.endsWith('tag') && !serviceKeyOf(bare) && serviceKeyOf(`${bare}/x`) !== undefined
  )
}

function checkExistence(condition: Condition, raise: Raise): boolean {
  const { key, keyNode } = condition
  const fault = keyFault(key)
  if (fault === undefined) {
    checkQualifier(condition, raise)
    return true
  }
  const told = {
    key: keyNode.value,
    service: serviceOfKey(key) ?? keyPrefix(keyNode.value),
  }
  if (fault === 'no-global-key') raise('INVALID_GLOBAL_CONDITION_KEY', keyNode, told)
  else if (fault === 'no-service') raise('INVALID_SERVICE', keyNode, told)
  else raise('INVALID_SERVICE_CONDITION_KEY', keyNode, told)
  return true
}

/**
 * Without a qualifier only one of a request's values would be compared.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function checkQualifier({ key, keyNode, operator, operatorNode }: Condition, raise: Raise) {
  if (operator === undefined || operator.qualifier || operator.family === 'null') return
  if (keyFacts(key)?.isMultiValued && !looselyMultiValued.has(key))
    raise('MISSING_QUALIFIER', operatorNode, { key: keyNode.value })
}
