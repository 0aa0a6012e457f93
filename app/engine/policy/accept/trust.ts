/**
 * Why CreateRole and UpdateAssumeRolePolicy refuse a trust policy. Whether a principal exists
 * is for the operation to say; here only what no principal can look like is refused.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
 */
import type { JsonNode, Member, ObjectNode } from '../parse'
import { child, firstOf, items, memberOf, repeatedKey, statementsOf, texts } from '../tree'
import { repeatedSid } from './identity'
import { looksLikePrincipal } from './principal-format'
import { providerControlError } from './provider-controls'
import { type Refusal, refusal } from './refusal'
import {
  badCondition,
  excludedKey,
  isString,
  isStringOrList,
  isVersion,
  misfit,
  unknownStatementKey,
  unknownTopKey,
} from './syntax'

const SYNTAX = 'Syntax error in policy.'

export function refuseTrustPolicy(root: JsonNode): Refusal | undefined {
  if (root.type !== 'object') return refusal(SYNTAX, root)
  const version = misfit(root, 'Version', isVersion)
  if (version) return refusal('The policy must contain a valid version string', version)
  const statement = child(root, 'Statement')
  if (statement?.type === 'array' && statement.items.length === 0)
    return refusal('Could not parse the policy: Statement is empty!', statement)
  const misplaced = documentError(root, statement)
  if (misplaced) return refusal(SYNTAX, misplaced)
  const statements = statementsOf(root)
  const sid = repeatedSid(statements)
  if (sid) return refusal('The Statement Ids in the policy are not unique', sid)
  return firstOf(statements, statementError)
}

const documentError = (root: ObjectNode, statement: JsonNode | undefined) =>
  statement === undefined
    ? root
    : (repeatedKey(root) ??
      unknownTopKey(root) ??
      misfit(root, 'Id', isString) ??
      items(statement).find((item) => item.type !== 'object'))

function statementError(statement: ObjectNode): Refusal | undefined {
  return (
    effectError(statement) ??
    principalError(statement) ??
    actionError(statement) ??
    resourceError(statement) ??
    shapeError(statement) ??
    principalValueError(statement) ??
    providerControlError(statement)
  )
}

export function effectError(statement: ObjectNode) {
  const effect = child(statement, 'Effect')
  if (effect === undefined) return refusal('Missing required field Effect', statement)
  if (effect.type !== 'string') return refusal(SYNTAX, effect)
  if (effect.value === 'Allow' || effect.value === 'Deny') return undefined
  return refusal(`Invalid effect: ${effect.value}`, effect)
}

function principalError(statement: ObjectNode) {
  const not = memberOf(statement, 'NotPrincipal')
  if (not) return refusal(notPrincipalMessage(statement), not.key)
  const principal = child(statement, 'Principal')
  if (principal === undefined) return refusal('Missing required field Principal', statement)
  if (principal.type !== 'object')
    return refusal('Principal must be a JSON object.', principal)
  if (principal.members.length === 0)
    return refusal('Missing required field Principal cannot be empty!', principal)
  return undefined
}

const notPrincipalMessage = (statement: ObjectNode) =>
  texts(child(statement, 'Effect'))[0]?.value === 'Deny'
    ? 'AssumeRole policy must not contain NotPrincipal field.'
    : 'Allow with NotPrincipal is not allowed.'

function actionError(statement: ObjectNode) {
  const action = child(statement, 'Action')
  if (action === undefined || (action.type === 'array' && action.items.length === 0))
    return refusal('Missing required field Action', statement)
  const stranger = texts(action).find(({ value }) => !/^sts:/i.test(value))
  return (
    stranger &&
    refusal('AssumeRole policy may only specify STS AssumeRole actions.', stranger)
  )
}

function resourceError(statement: ObjectNode) {
  const resource = memberOf(statement, 'Resource')
  if (resource) return refusal('Has prohibited field Resource', resource.key)
  const not = memberOf(statement, 'NotResource')
  return not && refusal('AssumeRole policy must not contain resources.', not.key)
}

function shapeError(statement: ObjectNode) {
  const node =
    unknownStatementKey(statement) ??
    excludedKey(statement, 'Action', 'NotAction') ??
    misfit(statement, 'Action', isStringOrList) ??
    misfit(statement, 'Sid', isString) ??
    badCondition(child(statement, 'Condition'))
  return node && refusal(SYNTAX, node)
}

function principalValueError(statement: ObjectNode): Refusal | undefined {
  const principal = child(statement, 'Principal')
  if (principal?.type !== 'object') return undefined
  return (
    firstOf(principal.members, principalMemberError) ?? cognitoError(statement, principal)
  )
}

const principalKeys = ['AWS', 'Service', 'Federated', 'CanonicalUser']

function principalMemberError({ key, value }: Member): Refusal | undefined {
  if (!principalKeys.includes(key.value))
    return refusal(`Invalid principal in policy: "${key.value}"`, key)
  if (!isStringOrList(value)) return refusal(SYNTAX, value)
  const bad = texts(value).find((text) => !looksLikePrincipal(key.value, text.value))
  if (bad === undefined) return undefined
  const kind = key.value.toUpperCase()
  return refusal(`Invalid principal in policy: "${kind}":"${bad.value}"`, bad)
}

const COGNITO = 'cognito-identity.amazonaws.com'

function cognitoError(statement: ObjectNode, principal: ObjectNode) {
  const cognito = texts(child(principal, 'Federated')).find(
    ({ value }) => value === COGNITO
  )
  const condition = child(statement, 'Condition')
  if (!cognito || (condition?.type === 'object' && condition.members.length > 0))
    return undefined
  return refusal('A condition block must be present for the Cognito provider', cognito)
}
