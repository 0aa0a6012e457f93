/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
import { iamPathError, isS3Regional, partitions } from '../accept/resource-format'
import type { StringNode } from '../parse'
import { child, memberOf } from '../tree'
import { coveredBy } from './cover'
import { type Check, type Checked, type CheckedStatement, type Raise } from './statement'

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

type Fields = {
  partition: string
  service: string
  region: string
  account: string
  name: string
}

/** Variables may hold colons, `${aws:username}`; they are no borders between fields. */
const splitArn = (text: string) =>
  text.replace(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0')).split(':')

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
  const arn = { partition, service, region, account, name: name.join(':') }
  return checkFields(node, arn, raise)
}

/** A field left to a wildcard or a variable says nothing that could be wrong. */
const isOpen = (field: string) => /[*?]|\$\{/.test(field)

function checkFields(node: StringNode, arn: Fields, raise: Raise) {
  const { service, region, account } = arn
  const isPlain = service === 's3' && !isS3Regional(arn.name)
  if (account !== '' && !isOpen(account)) {
    if (isPlain) raise('ARN_ACCOUNT_NOT_ALLOWED', node, { service })
    else if (!isAccount(account)) raise('INVALID_ARN_ACCOUNT', node, { account })
  }
  if (region !== '' && !isOpen(region) && (service === 'iam' || isPlain))
    raise('ARN_REGION_NOT_ALLOWED', node, { service })
  if (!isOpen(arn.name) && iamPathError(service, arn.name))
    raise('INVALID_ARN_RESOURCE', node)
}

/** AWS's own things belong to `aws`, and some services write their own name. */
const isAccount = (text: string) => /^(?:\d{12}|[a-z][a-z-]*)$/.test(text)

function checkKind({ kind, resourceType }: Checked, node: StringNode, raise: Raise) {
  if (kind !== 'resource' || resourceType !== 'AWS::S3::Bucket') return
  const service = node.value.split(':')[2]
  if (service !== undefined && service !== 's3' && !isOpen(service))
    raise('UNSUPPORTED_RESOURCE_ARN_IN_POLICY', node, { resourceType })
}

function checkRedundant(resources: StringNode[], raise: Raise) {
  const redundant = coveredBy(resources, (text) => text)
  const [first] = redundant
  if (first === undefined) return
  raise('REDUNDANT_RESOURCE', first, { redundantResourceCount: redundant.length })
}
