/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
import type { JsonNode, Member, StringNode } from '../parse'
import { child, firstMember, isText, items, memberOf, texts } from '../tree'
import type { Check, Checked, CheckedStatement, Raise } from './statement'

export const checkPrincipals: Check = (policy, raise) => {
  for (const statement of policy.statements) {
    checkPlace(policy, statement, raise)
    for (const key of ['Principal', 'NotPrincipal']) {
      const member = memberOf(statement.node, key)
      if (member) checkElement(policy, member, raise)
    }
    if (policy.kind === 'resource') checkServices(statement, raise)
  }
}

const elements = ['Principal', 'NotPrincipal']

/** Which kinds of policy have principals at all. */
function checkPlace({ kind }: Checked, { node, allows }: CheckedStatement, raise: Raise) {
  const member = firstMember(node, elements)
  if (kind === 'identity' && member)
    return raise('UNSUPPORTED_PRINCIPAL', member.key, { policyType: 'IDENTITY_POLICY' })
  if (kind === 'scp') return member && raise('SCP_SYNTAX_ERROR_PRINCIPAL', member.key)
  if (kind === 'identity' || kind === 'rcp') return undefined
  if (member === undefined) return raise('MISSING_PRINCIPAL', node)
  const not = memberOf(node, 'NotPrincipal')
  if (not && kind === 'trust') raise('ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL', not.key)
  if (not && allows) raise('ALLOW_WITH_NOT_PRINCIPAL', not.key)
  return undefined
}

function checkElement({ kind }: Checked, { value }: Member, raise: Raise) {
  if (kind === 'identity' || kind === 'scp' || kind === 'rcp') return undefined
  if (isText(value) && value.value === '*') {
    if (kind === 'trust')
      raise('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', value)
    return undefined
  }
  if (value.type === 'array' && value.items.length === 0)
    return raise('EMPTY_ARRAY_PRINCIPAL', value)
  if (value.type !== 'object') return raise('INVALID_PRINCIPAL_FORMAT', value)
  if (value.members.length === 0) return raise('EMPTY_OBJECT_PRINCIPAL', value)
  for (const member of value.members) checkMember(member, raise)
  return undefined
}

const principalKeys = ['AWS', 'Service', 'Federated', 'CanonicalUser']

function checkMember({ key, value }: Member, raise: Raise) {
  if (!principalKeys.includes(key.value))
    return raise('INVALID_PRINCIPAL_KEY', key, { principalKey: key.value })
  if (value.type === 'array' && value.items.length === 0)
    return raise('EMPTY_ARRAY_PRINCIPAL', value)
  for (const item of items(value)) checkValue(key.value, item, raise)
  return undefined
}

function checkValue(kind: string, item: JsonNode, raise: Raise) {
  if (item.type !== 'string')
    return raise('DATA_TYPE_MISMATCH', item, { dataType: 'String' })
  const text = item.value
  const isAnyone = kind === 'AWS' && text === '*'
  // a question mark or star inside a variable is the variable's own matter
  if (!isAnyone && /[*?]/.test(text.replace(/\$\{[^}]*\}/g, '')))
    return raise('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', item, { principalKey: kind })
  if (kind === 'AWS' && /^AIDA[A-Z0-9]+$/.test(text))
    return raise('INVALID_USER_REFERENCE', item, { userid: text })
  if (kind === 'AWS' && /^AROA[A-Z0-9]+$/.test(text))
    return raise('INVALID_ROLE_REFERENCE', item, { roleid: text })
  if (kind === 'Service' && !isServiceForm(text))
    return raise('INVALID_SERVICE_PRINCIPAL_FORMAT', item, { expectedFormat: SERVICE_FORM })
  return undefined
}

const SERVICE_FORM = 'service.amazonaws.com'

const isServiceForm = (text: string) =>
  /^[\w-]+(?:\.[\w-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal)$/.test(
    text
  )

/** Any of these says on whose behalf a service acts. */
const sourceKeys = [
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]

/** A service calls with credentials of its own, so these never speak of the customer. */
const callerKeys = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceip',
  'aws:userid',
  'aws:username',
]

function checkServices(statement: CheckedStatement, raise: Raise) {
  const service = servicesOf(statement)[0]
  if (!statement.allows || service === undefined) return
  if (statement.conditions.some(({ key }) => sourceKeys.includes(key))) return
  const other = statement.conditions.find(({ key }) => callerKeys.includes(key))
  if (other === undefined) return raise('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', service)
  raise('RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', other.keyNode, {
    servicePrincipalPrefix: service.value.split('.')[0] ?? service.value,
    key: other.keyNode.value,
  })
}

const servicesOf = ({ node }: CheckedStatement): StringNode[] => {
  const principal = child(node, 'Principal')
  return principal?.type === 'object' ? texts(child(principal, 'Service')) : []
}
