/**
 * Why PutBucketPolicy refuses a document. Whether a principal exists is for the operation to
 * say. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 */
import { expandAction, isKnownService } from '../../catalog/actions'
import { matchesGlob, parseGlob } from '../../match/wildcard'
import type { JsonNode, Member, ObjectNode } from '../parse'
import { child, firstOf, items, memberOf, repeatedKey, statementsOf, texts } from '../tree'
import { appliesTo, resourceKinds } from './bucket-actions'
import { repeatedSid } from './identity'
import { looksLikePrincipal } from './principal-format'
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
import { effectError } from './trust'

const SYNTAX = 'Invalid policy syntax.'

export const NOT_JSON = `Policies must be valid JSON and the first byte must be '{'`

export function refuseBucketPolicy(root: JsonNode, bucket?: string): Refusal | undefined {
  if (root.type !== 'object') return refusal(NOT_JSON, root)
  const repeated = repeatedKey(root)
  if (repeated) return refusal(SYNTAX, repeated)
  const unknown = unknownTopKey(root)
  if (unknown) return refusal(`Unknown field ${unknown.value}`, unknown)
  const version = misfit(root, 'Version', isVersion)
  if (version) return refusal('The policy must contain a valid version string', version)
  const statement = child(root, 'Statement')
  if (statement === undefined) return refusal('Missing required field Statement', root)
  if (statement.type === 'array' && statement.items.length === 0)
    return refusal('Could not parse the policy: Statement is empty!', statement)
  const misplaced =
    misfit(root, 'Id', isString) ?? items(statement).find((item) => item.type !== 'object')
  if (misplaced) return refusal(SYNTAX, misplaced)
  const sid = repeatedSid(statementsOf(root))
  if (sid) return refusal('The Statement Ids in the policy are not unique', sid)
  return firstOf(statementsOf(root), (each) => statementError(each, bucket))
}

function statementError(statement: ObjectNode, bucket: string | undefined) {
  const unknown = unknownStatementKey(statement)
  if (unknown) return refusal(`Unknown field ${unknown.value}`, unknown)
  return (
    effectError(statement) ??
    missing(statement, 'Principal') ??
    missing(statement, 'Action') ??
    missing(statement, 'Resource') ??
    principalError(child(statement, 'Principal') ?? child(statement, 'NotPrincipal')) ??
    actionError(statement) ??
    resourceError(statement, bucket) ??
    shapeError(statement)
  )
}

function missing(statement: ObjectNode, key: string) {
  const found = memberOf(statement, key) ?? memberOf(statement, `Not${key}`)
  return found ? undefined : refusal(`Missing required field ${key}`, statement)
}

const entries = (statement: ObjectNode, key: string) => [
  ...items(child(statement, key)),
  ...items(child(statement, `Not${key}`)),
]

const BAD_PRINCIPAL = 'Invalid principal in policy'

function principalError(principal: JsonNode | undefined): Refusal | undefined {
  if (principal?.type === 'string' && principal.value === '*') return undefined
  if (principal?.type !== 'object') return principal && refusal(BAD_PRINCIPAL, principal)
  if (principal.members.length === 0)
    return refusal('Missing required field Principal cannot be empty!', principal)
  return firstOf(principal.members, principalMemberError)
}

function principalMemberError({ key, value }: Member): Refusal | undefined {
  const known = ['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(key.value)
  if (!known) return refusal(BAD_PRINCIPAL, key)
  const bad = items(value).find(
    (item) => item.type !== 'string' || !looksLikePrincipal(key.value, item.value)
  )
  return bad && refusal(BAD_PRINCIPAL, bad)
}

function actionError(statement: ObjectNode) {
  const actions = entries(statement, 'Action')
  const bad = actions.find((item) => item.type !== 'string' || !isBucketAction(item.value))
  if (bad) return refusal('Policy has invalid action', bad)
  return actions.length === 0
    ? refusal('Missing required field Action', statement)
    : undefined
}

function isBucketAction(action: string) {
  if (action === '*') return true
  const [service = '', name] = action.split(':')
  if (name === undefined || !isKnownService(service)) return false
  // actions of other services do nothing here, and S3 says that they are none of its own
  return service.toLowerCase() === 's3' && (expandAction(action)?.length ?? 0) > 0
}

const BAD_RESOURCE = 'Policy has invalid resource'

function resourceError(statement: ObjectNode, bucket: string | undefined) {
  const resources = entries(statement, 'Resource')
  const bad = resources.find(
    (item) => item.type !== 'string' || !isBucketResource(item.value, bucket)
  )
  if (bad) return refusal(BAD_RESOURCE, bad)
  if (resources.length === 0) return refusal('Missing required field Resource', statement)
  const actions = texts(child(statement, 'Action'))
  const kinds = texts(child(statement, 'Resource')).flatMap(({ value }) =>
    resourceKinds(value)
  )
  const idle = kinds.length > 0 && actions.find(({ value }) => !appliesTo(value, kinds))
  return idle
    ? refusal('Action does not apply to any resource(s) in statement', idle)
    : undefined
}

function isBucketResource(resource: string, bucket: string | undefined) {
  const match = /^arn:aws[a-z-]*:s3:::([^/]+)(?:\/.*)?$/.exec(resource)
  if (!match?.[1]) return false
  return bucket === undefined || matchesGlob(parseGlob(match[1]), bucket)
}

function shapeError(statement: ObjectNode) {
  const node =
    excludedKey(statement, 'Principal', 'NotPrincipal') ??
    excludedKey(statement, 'Action', 'NotAction') ??
    excludedKey(statement, 'Resource', 'NotResource') ??
    misfit(statement, 'Sid', isString) ??
    misfit(statement, 'Action', isStringOrList) ??
    badCondition(child(statement, 'Condition'))
  return node && refusal(SYNTAX, node)
}
