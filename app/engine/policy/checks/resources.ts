/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
import { partitions } from '../accept/resource-format'
import type { StringNode } from '../parse'
import { child, memberOf } from '../tree'
import { arnFaults, isOpen } from './arns'
import { beginnings, coveredBy } from './cover'
import { policyTypes } from './policy-types'
import {
  type Check,
  type Checked,
  type CheckedStatement,
  type Raise,
  replaceVariables,
} from './statement'

export const checkResources: Check = (policy, raise) => {
  for (const statement of policy.statements) {
    if (policy.kind !== 'trust') checkPresence(statement, raise)
    for (const resource of [...statement.resources, ...statement.notResources]) {
      checkResource(resource, raise)
      checkKind(policy, resource, raise)
    }
    checkRedundant(statement.resources, raise)
    checkRedundant(statement.notResources, raise)
  }
}

function checkPresence({ node }: CheckedStatement, raise: Raise) {
  if (!memberOf(node, 'Resource') && !memberOf(node, 'NotResource'))
    raise('MISSING_RESOURCE', node)
  for (const key of ['Resource', 'NotResource']) {
    const value = child(node, key)
    if (value?.type === 'array' && value.items.length === 0)
      raise('EMPTY_ARRAY_RESOURCE', value)
  }
}

/** Variables may hold colons, `${aws:username}`; they are no borders between fields. */
const splitArn = (text: string) =>
  replaceVariables(text, (variable) => variable.replaceAll(':', '\0')).split(':')

function checkResource(node: StringNode, raise: Raise) {
  if (node.value === '*') return undefined
  const fields = splitArn(node.value)
  const [prefix, partition = '', service = '', region = '', account = '', ...name] = fields
  if (prefix !== 'arn') return raise('INVALID_ARN_PREFIX', node)
  if (fields.length < 6) return raise('MISSING_ARN_FIELD', node, { fields: 6 })
  if (!isOpen(partition) && !partitions.includes(partition))
    return raise('INVALID_PARTITION', node, {
      service,
      partition,
      partitions: partitions.slice(0, 3).join(', '),
    })
  if (service !== service.toLowerCase() && !isOpen(service))
    return raise('INVALID_ARN_SERVICE_CASE', node, { service })
  const arn = { service, region, account, resource: name.join(':') }
  for (const { id, values } of arnFaults(arn)) raise(id, node, values)
  return undefined
}

function checkKind({ kind, resourceType }: Checked, node: StringNode, raise: Raise) {
  const type = kind === 'resource' ? policyTypes(resourceType) : undefined
  const service = node.value.split(':')[2]
  if (type === undefined || resourceType === undefined || service === undefined) return
  if (!type.resources.includes(service) && !isOpen(service))
    raise('UNSUPPORTED_RESOURCE_ARN_IN_POLICY', node, { resourceType })
}

function checkRedundant(resources: StringNode[], raise: Raise) {
  const redundant = coveredBy(resources, beginnings.arn, (text) => text)
  const [first] = redundant
  if (first === undefined) return
  raise('REDUNDANT_RESOURCE', first, { redundantResourceCount: redundant.length })
}
