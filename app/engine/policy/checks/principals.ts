/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
import type { JsonNode, Member } from '../parse'
import { firstMember, isText, items, memberOf } from '../tree'
import { isServiceForm, SERVICE_FORM } from './meaning'
import { checkServices } from './services'
import {
  type Check,
  type Checked,
  type CheckedStatement,
  hasWildcard,
  type Raise,
} from './statement'

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
  for (const member of value.members) checkMember(kind, member, raise)
  return undefined
}

const principalKeys = ['AWS', 'Service', 'Federated', 'CanonicalUser']

function checkMember(kind: Checked['kind'], { key, value }: Member, raise: Raise) {
  if (!principalKeys.includes(key.value))
    return raise('INVALID_PRINCIPAL_KEY', key, { principalKey: key.value })
  if (value.type === 'array' && value.items.length === 0)
    return raise('EMPTY_ARRAY_PRINCIPAL', value)
  const isFederated = key.value === 'Federated' && kind === 'resource'
  for (const item of items(value)) {
    if (isFederated) raise('FEDERATED_PRINCIPAL_NOT_SUPPORTED', item)
    else checkValue(key.value, item, raise)
  }
  return undefined
}

function checkValue(kind: string, item: JsonNode, raise: Raise) {
  if (item.type !== 'string')
    return raise('DATA_TYPE_MISMATCH', item, { dataType: 'String' })
  const text = item.value
  const isAnyone = kind === 'AWS' && text === '*'
  // a question mark or star inside a variable is the variable's own matter
  if (!isAnyone && hasWildcard(text))
    return raise('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', item, { principalKey: kind })
  if (kind === 'AWS' && /^AIDA[A-Z0-9]+$/.test(text))
    return raise('INVALID_USER_REFERENCE', item, { userid: text })
  if (kind === 'AWS' && /^AROA[A-Z0-9]+$/.test(text))
    return raise('INVALID_ROLE_REFERENCE', item, { roleid: text })
  if (kind === 'Service' && !isServiceForm(text))
    return raise('INVALID_SERVICE_PRINCIPAL_FORMAT', item, { expectedFormat: SERVICE_FORM })
  return undefined
}
