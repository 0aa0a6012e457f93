/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
import { actionsOf, isKnownService } from '../../catalog/actions'
import { servicePrefixes } from '../../catalog/generated/service-prefixes'
import { serviceOf } from '../../catalog/service-authorization'
import type { StringNode } from '../parse'
import { child, memberOf } from '../tree'
import { beginnings, coveredBy } from './cover'
import { nearest } from './nearest'
import { policyTypes } from './policy-types'
import type { Check, Checked, CheckedStatement, Raise } from './statement'

/** So many mistakes get a proposal; finding one means comparing with every name there is. */
const PROPOSALS = 100

export const checkActions: Check = (policy, raise) => {
  const propose = proposer(PROPOSALS)
  for (const statement of policy.statements) {
    checkPresence(statement, raise)
    for (const action of [...statement.actions, ...statement.notActions]) {
      checkAction(action, propose, raise)
      checkKind(policy, action, raise)
    }
    checkRedundant(statement.actions, raise)
    checkRedundant(statement.notActions, raise)
  }
}

function checkPresence({ node }: CheckedStatement, raise: Raise) {
  if (!memberOf(node, 'Action') && !memberOf(node, 'NotAction'))
    raise('MISSING_ACTION', node)
  for (const key of ['Action', 'NotAction']) {
    const value = child(node, key)
    if (value?.type === 'array' && value.items.length === 0)
      raise('EMPTY_ARRAY_ACTION', value)
  }
}

type Propose = (word: string, words: () => Iterable<string>) => string | undefined

function proposer(limit: number): Propose {
  let left = limit
  return (word, words) => (left-- > 0 ? nearest(word, words()) : undefined)
}

function checkAction(node: StringNode, propose: Propose, raise: Raise) {
  const action = node.value
  const [service = '', name, ...more] = action.split(':')
  if (action === '*') return undefined
  if (name === undefined || name === '' || more.length > 0)
    return raise('INVALID_ACTION/unknown', node, { action })
  if (/[*?]/.test(service)) return raise('WILDCARD_IN_SERVICE_NAME', node)
  if (!isKnownService(service)) return raiseService(node, service, propose, raise)
  // a wildcard that finds nothing today may find an action AWS adds tomorrow
  if (/[*?]/.test(name) || isAction(service, name)) return undefined
  if (serviceOf(service) === undefined && actionsOf(service) === undefined) return undefined
  const near = propose(name, () => actionNames(service))
  if (near === undefined) return raise('INVALID_ACTION/unknown', node, { action })
  return raise('INVALID_ACTION', node, { action, validAction: `${service}:${near}` })
}

function actionNames(service: string): string[] {
  const listed = [...(serviceOf(service)?.actions.values() ?? [])]
  return [...listed, ...(actionsOf(service) ?? [])].map(({ name }) => name)
}

function isAction(service: string, name: string) {
  const wanted = name.toLowerCase()
  const found = serviceOf(service)
  if (found?.actions.has(wanted) || found?.undocumented.has(wanted)) return true
  return actionsOf(service)?.some((each) => each.name.toLowerCase() === wanted) === true
}

/** Asked first, so that the likelier service is proposed when several are as near. */
const popular = 's3 iam sts ec2 sns sqs ssm kms rds ecs eks ecr logs lambda dynamodb'.split(
  ' '
)

function raiseService(node: StringNode, service: string, propose: Propose, raise: Raise) {
  const near = propose(service, () => [...popular, ...servicePrefixes])
  if (near === undefined) raise('INVALID_SERVICE', node, { service })
  else raise('INVALID_SERVICE_IN_ACTION', node, { service, service2: near })
}

function checkKind({ kind, resourceType }: Checked, node: StringNode, raise: Raise) {
  const action = node.value
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
  if (kind === 'scp' && action !== '*' && /\*(?!$)/.test(action))
    raise('SCP_SYNTAX_ERROR_ACTION_WILDCARD', node, { action })
  const type = kind === 'resource' ? policyTypes(resourceType) : undefined
  if (type === undefined || resourceType === undefined || action === '*') return
  if (!type.actions.includes(action.split(':')[0]?.toLowerCase() ?? ''))
    raise('UNSUPPORTED_ACTION_IN_POLICY', node, { action, resourceType })
}

function checkRedundant(actions: StringNode[], raise: Raise) {
  const redundant = coveredBy(actions, beginnings.action, (text) => text.toLowerCase())
  const [first] = redundant
  if (first === undefined) return
  raise('REDUNDANT_ACTION', first, {
    redundantActionCount: redundant.length,
    redundantAction: first.value,
  })
}
