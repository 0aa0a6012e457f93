/**
 * Condition keys beside actions whose requests never have them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
import {
  crossServiceKeys,
  isEndpointKey,
  isUsedByAws,
  tellsEndpointOwner,
} from '../../catalog/beyond-reference'
import { keyFacts, serviceKeyOf, serviceOfKey } from '../../catalog/condition-keys'
import {
  type ActionAuthorization,
  actionOf,
  conditionKeysOf,
} from '../../catalog/service-authorization'
import { matchesGlob, parseGlob } from '../../match/wildcard'
import type { StringNode } from '../parse'
import { policyTypes } from './policy-types'
import {
  type Check,
  type CheckedStatement,
  type Condition,
  hasWildcard,
  type Raise,
} from './statement'

export const checkApplicable: Check = ({ kind, resourceType, statements }, raise) => {
  const type = kind === 'resource' ? policyTypes(resourceType) : undefined
  for (const statement of statements) {
    for (const condition of statement.conditions) {
      const { key, keyNode } = condition
      if (type?.irrelevantKeys.includes(key) && resourceType !== undefined)
        raise('IRRELEVANT_CONDITION_KEY_IN_POLICY', keyNode, {
          conditionKey: keyNode.value,
          resourceType,
        })
      if (isLenient(condition)) continue
      checkActions(statement, condition, raise)
      checkNeeded(statement, condition, kind === 'trust', raise)
      checkEndpoint(statement, condition, raise)
    }
  }
}

/** These operators are meant for requests without the key as well. */
export const isLenient = ({ operator }: Condition) =>
  operator === undefined || operator.family === 'null' || operator.ifExists

const namesOf = new WeakMap<ActionAuthorization, Set<string>>()

/** Names of all keys that a request for the action may have, in lower case. */
export function keyNamesOf(action: ActionAuthorization): Set<string> {
  const before = namesOf.get(action)
  if (before) return before
  const keys = conditionKeysOf(`${action.service}:${action.name}`) ?? []
  const names = new Set(keys.map(({ name }) => name.toLowerCase()))
  namesOf.set(action, names)
  return names
}

/** Actions with wildcards are not looked at: nobody lists what they will cover tomorrow. */
function checkActions(statement: CheckedStatement, condition: Condition, raise: Raise) {
  const { key, keyNode } = condition
  const listed = serviceKeyOf(key)?.name.toLowerCase()
  if (listed === undefined || crossServiceKeys.has(key)) return
  const service = serviceOfKey(key)
  const strangers = statement.actions.filter(({ value }) => {
    const action = hasWildcard(value) ? undefined : actionOf(value)
    if (action === undefined || action.service !== service) return false
    return (
      !keyNamesOf(action).has(listed) && !isUsedByAws(listed, action.name.toLowerCase())
    )
  })
  const [first] = strangers
  if (first === undefined) return
  raise('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', first, {
    actions: strangers.map(({ value }) => value).join(', '),
    key: keyNode.value,
  })
}

/**
 * Keys that another action sets while a role is assumed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
const needed = [
  { form: /^sts:sourceidentity$/, action: 'sts:SetSourceIdentity', isTrustOnly: false },
  { form: /^sts:transitivetagkeys$/, action: 'sts:TagSession', isTrustOnly: false },
  { form: /^aws:(?:requesttag\/|tagkeys$)/, action: 'sts:TagSession', isTrustOnly: true },
]

function checkNeeded(
  { actions }: CheckedStatement,
  { key, keyNode }: Condition,
  isTrust: boolean,
  raise: Raise
) {
  const need = needed.find(({ form }) => form.test(key))
  if (need === undefined || (need.isTrustOnly && !isTrust)) return
  const [first] = actions
  const isAssume = actions.some(({ value }) => /^sts:AssumeRole/i.test(value))
  if (first === undefined || !isAssume || actions.some(covers(need.action))) return
  raise('MISSING_ACTION_FOR_CONDITION_KEY', first, {
    actionName: need.action,
    keyName: keyNode.value,
  })
}

const covers =
  (action: string) =>
  ({ value }: StringNode) =>
    matchesGlob(parseGlob(value.toLowerCase()), action.toLowerCase())

/** With any other service the key is missing from every request. */
function checkEndpoint(
  { actions, notActions }: CheckedStatement,
  { key, keyNode }: Condition,
  raise: Raise
) {
  if (!isEndpointKey(key) || keyFacts(key) === undefined) return
  const services = actions.map(({ value }) => value.split(':')[0]?.toLowerCase() ?? '')
  const isScoped = services.every((service) => tellsEndpointOwner(service, key))
  if (notActions.length > 0 || !isScoped)
    raise('USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES', keyNode, { key: keyNode.value })
}
