/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
import { rcpServices } from '../../catalog/generated/reference'
import type { JsonNode } from '../parse'
import { child, isText, items, memberOf } from '../tree'
import type { Check, CheckedStatement, Raise } from './statement'

export const checkRcp: Check = ({ kind, statements }, raise) => {
  if (kind !== 'rcp') return
  for (const statement of statements) {
    const { node } = statement
    checkPrincipal(statement, raise)
    const notAction = memberOf(node, 'NotAction')
    if (notAction) raise('RCP_SYNTAX_ERROR_NOTACTION', notAction.key)
    if (statement.allows && !isFullAccess(statement)) raise('RCP_SYNTAX_ERROR_ALLOW', node)
    checkActions(statement, raise)
    checkKeys(statement, raise)
    checkNull(statement, raise)
  }
}

const isStar = (node: JsonNode | undefined) => {
  const [only, ...more] = items(node)
  return only !== undefined && more.length === 0 && isText(only) && only.value === '*'
}

function checkPrincipal({ node }: CheckedStatement, raise: Raise) {
  const not = memberOf(node, 'NotPrincipal')
  const principal = memberOf(node, 'Principal')
  if (not) return raise('RCP_SYNTAX_ERROR_PRINCIPAL', not.key)
  if (principal === undefined) return raise('MISSING_PRINCIPAL', node)
  if (!isStar(principal.value)) raise('RCP_SYNTAX_ERROR_PRINCIPAL', principal.value)
}

/** AWS attaches one policy that allows all; nobody can write another Allow. */
const isFullAccess = ({ node }: CheckedStatement) =>
  isStar(child(node, 'Principal')) &&
  isStar(child(node, 'Resource')) &&
  memberOf(node, 'Condition') === undefined

function checkActions({ denies, actions }: CheckedStatement, raise: Raise) {
  for (const action of actions) {
    const service = action.value.split(':')[0]?.toLowerCase() ?? ''
    const known = rcpServices.has(service) || (action.value === '*' && !denies)
    if (!known) raise('RCP_SYNTAX_ERROR_ACTION', action)
  }
}

/** These keys say nothing of a service, or of anyone but a service. */
const principalKeys = /^aws:principal(?:org(?:id|paths)|account|arn)$/
const serviceKeys = /^aws:source(?:org(?:id|paths)|account|arn)$/

function checkKeys({ denies, conditions }: CheckedStatement, raise: Raise) {
  if (!denies || conditions.some(({ key }) => key === 'aws:principalisawsservice')) return
  const found = (form: RegExp) =>
    conditions.find(({ key, operator }) => form.test(key) && operator?.family !== 'null')
  const principal = found(principalKeys)
  const service = found(serviceKeys)
  if (principal)
    raise('RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', principal.keyNode, {
      conditionKeyName: principal.keyNode.value,
    })
  if (service)
    raise('RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY', service.keyNode, {
      conditionKeyName: service.keyNode.value,
    })
}

/** Where no source is told, `...NotEquals` would be true and the Deny stand. */
function checkNull({ denies, conditions }: CheckedStatement, raise: Raise) {
  const found = conditions.find(
    ({ key, operator }) => serviceKeys.test(key) && operator?.family !== 'null'
  )
  const isChecked = conditions.some(
    ({ key, operator }) =>
      operator?.family === 'null' &&
      (key === 'aws:sourceaccount' || key === 'aws:sourcearn')
  )
  if (!denies || found === undefined || isChecked) return
  raise('RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', found.keyNode, {
    conditionKeyName: found.keyNode.value,
  })
}
