/**
 * Statements that hand out iam:PassRole or iam:CreateServiceLinkedRole more widely than meant.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
import { matchesGlob, parseGlob } from '../../match/wildcard'
import type { FindingId } from '../findings'
import type { StringNode } from '../parse'
import { literalHead } from './overlap'
import type { Check, CheckedStatement, Raise } from './statement'

type Sort =
  'STAR_IN_RESOURCE' | 'STAR_IN_ACTION_AND_RESOURCE' | 'STAR_IN_RESOURCE_AND_NOT_ACTION'
type NotSort =
  'NOT_RESOURCE' | 'STAR_IN_ACTION_AND_NOT_RESOURCE' | 'NOT_ACTION_AND_NOT_RESOURCE'

type Subject = {
  action: string
  /** Keys that narrow a statement enough. */
  safeKeys: string[]
  id: (sort: Sort | NotSort) => FindingId
}

const subjects: Subject[] = [
  {
    action: 'iam:passrole',
    safeKeys: ['iam:passedtoservice'],
    id: (sort) => `PASS_ROLE_WITH_${sort}`,
  },
  {
    action: 'iam:createservicelinkedrole',
    safeKeys: ['iam:awsservicename'],
    id: (sort) => `CREATE_SLR_WITH_${sort}`,
  },
]

export const checkPassRole: Check = ({ kind, statements }, raise) => {
  if (kind !== 'identity') return
  for (const statement of statements) {
    if (!statement.allows) continue
    for (const subject of subjects) checkSubject(statement, subject, raise)
  }
}

function checkSubject(statement: CheckedStatement, subject: Subject, raise: Raise) {
  const grant = grantOf(statement, subject.action)
  if (grant === undefined) return
  const { kind, node } = grant
  if (statement.notResources.length > 0) return raise(subject.id(notSorts[kind]), node)
  const resource = statement.resources.find(({ value }) => isWideRole(value))
  if (resource === undefined || isNarrowed(statement, subject)) return
  // with the action spelled out, it is the resource that is too wide
  raise(subject.id(sorts[kind]), kind === 'named' ? resource : node)
}

type GrantKind = 'named' | 'star' | 'not-action'

const sorts: Record<GrantKind, Sort> = {
  named: 'STAR_IN_RESOURCE',
  star: 'STAR_IN_ACTION_AND_RESOURCE',
  'not-action': 'STAR_IN_RESOURCE_AND_NOT_ACTION',
}

const notSorts: Record<GrantKind, NotSort> = {
  named: 'NOT_RESOURCE',
  star: 'STAR_IN_ACTION_AND_NOT_RESOURCE',
  'not-action': 'NOT_ACTION_AND_NOT_RESOURCE',
}

/** How a statement comes to grant an action; naming it outright counts first. */
function grantOf({ actions, notActions }: CheckedStatement, action: string) {
  const named = actions.find(({ value }) => value.toLowerCase() === action)
  if (named) return { kind: 'named' as const, node: named }
  const star = actions.find((node) => matches(node, action))
  if (star) return { kind: 'star' as const, node: star }
  const [first] = notActions
  if (first === undefined || notActions.some((node) => matches(node, action)))
    return undefined
  return { kind: 'not-action' as const, node: first }
}

/** Nearly all actions begin otherwise, which is seen without reading them as patterns. */
function matches({ value }: StringNode, action: string) {
  const pattern = value.toLowerCase()
  if (!action.startsWith(literalHead(pattern))) return false
  return matchesGlob(parseGlob(pattern), action)
}

/** A wildcard in the name, of something that can be a role. */
function isWideRole(resource: string) {
  if (resource === '*') return true
  const [prefix, , service = '', , , ...name] = resource.split(':')
  const role = name.join(':')
  if (prefix !== 'arn' || !role.includes('*')) return false
  if (!matchesGlob(parseGlob(service), 'iam')) return false
  const head = literalHead(role)
  return 'role/'.startsWith(head) || head.startsWith('role/')
}

const isNarrowed = ({ conditions }: CheckedStatement, { safeKeys }: Subject) =>
  conditions.some(({ key }) => safeKeys.includes(key))
