/**
 * AWS services as principals of a policy on a resource.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
import type { StringNode } from '../parse'
import { child, texts } from '../tree'
import type { CheckedStatement, Condition, Raise } from './statement'

/** Any of these says on whose behalf a service acts. */
const sourceKeys = [
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]

/** What a service may tell of its call, none of which says for whom it makes it. */
const callKeys = [
  'aws:referer',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:useragent',
]

/** A service calls with credentials of its own, which belong to no account of a customer. */
const isOfCustomer = ({ key }: Condition) =>
  /^aws:(?:principal(?:account|arn|orgid|orgpaths)$|principaltag\/|user(?:id|name)$)/.test(
    key
  )

export function checkServices(statement: CheckedStatement, raise: Raise) {
  const services = servicesOf(statement)
  const [service] = services
  if (service === undefined) return
  checkUnsupported(statement, raise)
  const { allows, conditions } = statement
  if (!allows || conditions.some(({ key }) => sourceKeys.includes(key))) return
  const other = conditions.find(({ key }) => callKeys.includes(key))
  if (other === undefined) return raise('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', service)
  raise('RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', other.keyNode, {
    servicePrincipalPrefix: service.value.split('.')[0] ?? service.value,
    key: other.keyNode.value,
  })
}

/** Beside other principals, such a key is meant for them. */
function checkUnsupported({ principals, conditions }: CheckedStatement, raise: Raise) {
  const keys = conditions.filter(isOfCustomer)
  const [first] = keys
  if (first === undefined || principals.some(({ kind }) => kind !== 'Service')) return
  raise('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', first.keyNode, {
    conditionKeys: keys.map(({ keyNode }) => keyNode.value).join(', '),
  })
}

const servicesOf = ({ node }: CheckedStatement): StringNode[] => {
  const principal = child(node, 'Principal')
  return principal?.type === 'object' ? texts(child(principal, 'Service')) : []
}
