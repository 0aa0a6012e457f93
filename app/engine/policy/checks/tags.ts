/**
 * The tags of a resource as a condition on actions whose requests do not tell them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
import {
  type ActionAuthorization,
  actionOf,
  actionsMatching,
  serviceOf,
} from '../../catalog/service-authorization'
import type { StringNode } from '../parse'
import { isLenient, keyNamesOf } from './applicable'
import {
  type Check,
  type CheckedStatement,
  type Condition,
  hasWildcard,
  type Raise,
} from './statement'

export const checkTags: Check = ({ statements }, raise) => {
  for (const statement of statements) {
    const condition = statement.conditions.find(isOnTag)
    if (condition === undefined) continue
    if (statement.notActions.length > 0) raiseNotAction(statement, condition, raise)
    else checkServices(statement, condition, raise)
  }
}

const isOnTag = (condition: Condition) =>
  condition.key.startsWith('aws:resourcetag/') && !isLenient(condition)

function raiseNotAction(statement: CheckedStatement, { keyNode }: Condition, raise: Raise) {
  const told = { conditionKeyName: keyNode.value }
  const id = 'WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'
  if (statement.allows) raise(`ALLOW_NOTACTION_${id}`, keyNode, told)
  if (statement.denies) raise(`DENY_NOTACTION_${id}`, keyNode, told)
}

function checkServices(statement: CheckedStatement, { keyNode }: Condition, raise: Raise) {
  const untold = statement.actions.filter(isUntold)
  const services = new Set(untold.map(({ value }) => value.split(':')[0]?.toLowerCase()))
  if (services.size === 0) return
  const told = {
    conditionKeyName: keyNode.value,
    serviceNames: [...services].sort().join(', '),
  }
  const id = 'WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'
  if (statement.allows) raise(`ALLOW_${id}`, keyNode, told)
  if (statement.denies) raise(`DENY_${id}`, keyNode, told)
}

/** An entry none of whose actions would ever meet the condition. */
function isUntold({ value }: StringNode) {
  const [service = ''] = value.split(':')
  if (hasWildcard(service) || serviceOf(service) === undefined) return false
  const actions = hasWildcard(value) ? actionsMatching(value) : [actionOf(value)]
  const known = actions.filter((action) => action !== undefined)
  return known.length > 0 && !known.some(tellsTags)
}

const tellsTags = (action: ActionAuthorization) =>
  keyNamesOf(action).has('aws:resourcetag/${tagkey}')
