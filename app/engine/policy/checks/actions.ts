/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
import { actionsOf, expandAction, isKnownService } from '../../catalog/actions'
import { servicePrefixes } from '../../catalog/generated/service-prefixes'
import type { StringNode } from '../parse'
import { child, memberOf } from '../tree'
import { coveredBy } from './cover'
import { nearest } from './nearest'
import type { Check, Checked, CheckedStatement, Raise } from './statement'

export const checkActions: Check = (policy, raise) => {
  for (const statement of policy.statements) {
    checkPresence(statement, raise)
    for (const action of [...statement.actions, ...statement.notActions]) {
      checkAction(action, raise)
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

function checkAction(node: StringNode, raise: Raise) {
  const action = node.value
  const [service = '', name, ...more] = action.split(':')
  if (action === '*') return undefined
  if (name === undefined || name === '' || more.length > 0)
    return raise('INVALID_ACTION/unknown', node, { action })
  if (/[*?]/.test(service)) return raise('WILDCARD_IN_SERVICE_NAME', node)
  if (!isKnownService(service)) return raiseService(node, service, raise)
  // a wildcard that finds nothing today may find an action AWS adds tomorrow
  if (expandAction(action)?.length !== 0 || /[*?]/.test(name)) return undefined
  const near = nearest(name, actionsOf(service)?.map((each) => each.name) ?? [])
  if (near === undefined) return raise('INVALID_ACTION/unknown', node, { action })
  return raise('INVALID_ACTION', node, { action, validAction: `${service}:${near}` })
}

/** Asked first, so that the likelier service is proposed when several are as near. */
const popular = 's3 iam sts ec2 sns sqs ssm kms rds ecs eks ecr logs lambda dynamodb'.split(
  ' '
)

function raiseService(node: StringNode, service: string, raise: Raise) {
  const near = nearest(service, [...popular, ...servicePrefixes])
  if (near === undefined) raise('INVALID_SERVICE_IN_ACTION/unknown', node, { service })
  else raise('INVALID_SERVICE_IN_ACTION', node, { service, service2: near })
}

function checkKind({ kind, resourceType }: Checked, node: StringNode, raise: Raise) {
  const action = node.value
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
  if (kind === 'scp' && action !== '*' && /\*(?!$)/.test(action))
    raise('SCP_SYNTAX_ERROR_ACTION_WILDCARD', node, { action })
  if (kind !== 'resource' || resourceType !== 'AWS::S3::Bucket') return
  if (action !== '*' && !/^s3(?:-object-lambda)?:/i.test(action))
    raise('UNSUPPORTED_ACTION_IN_POLICY', node, { action, resourceType })
}

function checkRedundant(actions: StringNode[], raise: Raise) {
  const redundant = coveredBy(actions, (text) => text.toLowerCase())
  const [first] = redundant
  if (first === undefined) return
  raise('REDUNDANT_ACTION', first, {
    redundantActionCount: redundant.length,
    redundantAction: redundant.map(({ value }) => value).join(', '),
  })
}
