/**
 * Why CreatePolicy, CreatePolicyVersion and the Put…Policy operations refuse a document. The
 * steps come one after the other over the whole document: a later one speaks only when all
 * earlier ones are content.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
import { parseNetwork } from '../../conditions/ip'
import { parseNumber } from '../../conditions/numeric'
import { isArnPattern } from '../../match/arn-pattern'
import { isPolicyDate } from '../dates'
import { type OperatorFamily, parseOperator } from '../operators'
import type { JsonNode, Member, ObjectNode, StringNode } from '../parse'
import {
  child,
  firstMember,
  firstOf,
  items,
  repeatedKey,
  statementsOf,
  texts,
} from '../tree'
import { refusal } from './refusal'
import { failsLegacyParsing, resourceError } from './resource-format'
import {
  badCondition,
  excludedKey,
  isResourceOrList,
  isString,
  isStringOrList,
  misfit,
  unknownStatementKey,
  unknownTopKey,
  isVersion,
} from './syntax'

const SYNTAX = 'Syntax errors in policy.'

export const refuseIdentityPolicy = (root: JsonNode) =>
  syntaxRefusal(root) ?? versionError(root) ?? contentRefusal(root, literals)

/**
 * A policy that STS is given for a session. What is no number, date, address or ARN passes, what
 * are no bytes does not: recorded answers of AWS.
 */
export const refuseSessionPolicy = (root: JsonNode) =>
  syntaxRefusal(root) ?? versionError(root) ?? contentRefusal(root, onlyBytes)

/** A simulation takes these, and a policy without a version as well: recorded answers of AWS. */
export const refuseSimulatedPolicy = (root: JsonNode) =>
  syntaxRefusal(root) ?? contentRefusal(root, onlyBytes)

function syntaxRefusal(root: JsonNode) {
  const misplaced = syntaxError(root)
  return misplaced && refusal(SYNTAX, misplaced)
}

function contentRefusal(root: JsonNode, wanted: Literals) {
  const statements = statementsOf(root)
  const steps = [
    (all: ObjectNode[]) => legacyError(all, wanted),
    sidError,
    actionsError,
    resourceErrors,
    actionError,
    resourcesError,
    principalError,
  ]
  return firstOf(steps, (step) => step(statements))
}

function syntaxError(root: JsonNode): JsonNode | undefined {
  if (root.type !== 'object') return root
  const statement = child(root, 'Statement')
  if (statement === undefined) return root
  if (statement.type === 'array' && statement.items.length === 0) return statement
  return (
    repeatedKey(root) ??
    unknownTopKey(root) ??
    misfit(root, 'Version', isVersion) ??
    misfit(root, 'Id', isString) ??
    firstOf(items(statement), statementError)
  )
}

function statementError(statement: JsonNode): JsonNode | undefined {
  if (statement.type !== 'object') return statement
  const effect = child(statement, 'Effect')
  if (effect?.type !== 'string') return effect ?? statement
  if (!/^(?:allow|deny)$/i.test(effect.value)) return effect
  return (
    unknownStatementKey(statement) ??
    excludedKey(statement, 'Action', 'NotAction') ??
    excludedKey(statement, 'Resource', 'NotResource') ??
    misfit(statement, 'Action', isStringOrList) ??
    misfit(statement, 'NotAction', isStringOrList) ??
    misfit(statement, 'Resource', isResourceOrList) ??
    misfit(statement, 'NotResource', isResourceOrList) ??
    misfit(statement, 'Sid', isString) ??
    badCondition(child(statement, 'Condition'))
  )
}

function versionError(root: JsonNode) {
  const version = root.type === 'object' ? child(root, 'Version') : undefined
  if (version?.type === 'string' && version.value === '2012-10-17') return undefined
  return refusal('Policy document must be version 2012-10-17 or greater.', version ?? root)
}

const actionsOf = (statement: ObjectNode) => [
  ...texts(child(statement, 'Action')),
  ...texts(child(statement, 'NotAction')),
]

const resourcesOf = (statement: ObjectNode) => [
  ...texts(child(statement, 'Resource')),
  ...texts(child(statement, 'NotResource')),
]

function legacyError(statements: ObjectNode[], wanted: Literals) {
  const node = firstOf(statements, (statement) => {
    const effect = child(statement, 'Effect')
    if (effect?.type !== 'string' || !/^(?:Allow|Deny)$/.test(effect.value)) return effect
    return (
      badLiteral(child(statement, 'Condition'), wanted) ??
      resourcesOf(statement).find(({ value }) => failsLegacyParsing(value))
    )
  })
  return node && refusal('The policy failed legacy parsing', node)
}

/** What values of an operator have to be; text and truth may be anything. */
type Literals = Partial<Record<OperatorFamily, ((text: string) => boolean) | undefined>>

const literals: Literals = {
  date: isPolicyDate,
  numeric: (text) => parseNumber(text) !== undefined,
  ip: (text) => parseNetwork(text) !== undefined,
  arn: (text) => isArnPattern(text) || text.includes('${'),
  binary: (text) => /^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(text),
}

const onlyBytes: Literals = { binary: literals.binary }

function badLiteral(
  condition: JsonNode | undefined,
  wanted: Literals
): JsonNode | undefined {
  if (condition?.type !== 'object') return undefined
  return firstOf(condition.members, ({ key, value }) => {
    const isGood = wanted[parseOperator(key.value)?.family ?? 'string']
    if (!isGood || value.type !== 'object') return undefined
    return value.members
      .flatMap((member: Member) => items(member.value))
      .find((node) => !isLiteral(node, isGood))
  })
}

function isLiteral(node: JsonNode, isGood: (text: string) => boolean) {
  if (node.type === 'number') return isGood(node.raw)
  return node.type === 'string' && isGood(node.value)
}

function sidError(statements: ObjectNode[]) {
  const node = repeatedSid(statements)
  return node && refusal('Statement IDs (SID) in a single policy must be unique.', node)
}

/** Empty ones may repeat. */
export function repeatedSid(statements: ObjectNode[]): StringNode | undefined {
  const seen = new Set([''])
  return firstOf(statements, (statement) => {
    const sid = child(statement, 'Sid')
    if (sid?.type !== 'string' || sid.value === '') return undefined
    if (seen.has(sid.value)) return sid
    seen.add(sid.value)
    return undefined
  })
}

function actionsError(statements: ObjectNode[]) {
  const node = statements.find((statement) => actionsOf(statement).length === 0)
  return node && refusal('Policy statement must contain actions.', node)
}

function resourcesError(statements: ObjectNode[]) {
  const node = statements.find((statement) => resourcesOf(statement).length === 0)
  return node && refusal('Policy statement must contain resources.', node)
}

function resourceErrors(statements: ObjectNode[]) {
  return firstOf(statements.flatMap(resourcesOf), (node) => {
    const message = resourceError(node.value)
    return message === undefined ? undefined : refusal(message, node)
  })
}

function actionError(statements: ObjectNode[]) {
  return firstOf(statements.flatMap(actionsOf), (node) => {
    const message = actionFormatError(node.value)
    return message === undefined ? undefined : refusal(message, node)
  })
}

function actionFormatError(action: string) {
  if (action === '*') return undefined
  const [vendor = '', name, ...more] = action.split(':')
  if (name === undefined)
    return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'
  if (more.length > 0) return 'Actions/Condition can contain only one colon.'
  return /^[a-zA-Z0-9.*?-]+$/.test(vendor) ? undefined : `Vendor ${vendor} is not valid`
}

function principalError(statements: ObjectNode[]) {
  const principal = firstOf(statements, (statement) =>
    firstMember(statement, ['Principal', 'NotPrincipal'])
  )
  return (
    principal && refusal('Policy document should not specify a principal.', principal.key)
  )
}
