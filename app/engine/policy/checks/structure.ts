/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
import {
  excludedKey,
  isVersion,
  unknownStatementKey,
  unknownTopKey,
} from '../accept/syntax'
import type { JsonNode, ObjectNode } from '../parse'
import { child, items } from '../tree'
import type { Check, Checked, CheckedStatement, Raise } from './statement'

export const checkStructure: Check = (policy, raise) => {
  const { root } = policy
  const unknown = unknownTopKey(root)
  if (unknown) raise('INVALID_POLICY_ELEMENT', unknown, { element: unknown.value })
  checkVersion(root, raise)
  const statement = child(root, 'Statement')
  if (statement === undefined || (statement.type === 'array' && !statement.items.length))
    raise('MISSING_STATEMENT', statement ?? root)
  for (const item of items(statement)) {
    if (item.type !== 'object') raise('DATA_TYPE_MISMATCH', item, { dataType: 'Object' })
  }
  for (const each of policy.statements) checkStatement(each, raise)
  checkSids(policy, raise)
}

function checkVersion(root: ObjectNode, raise: Raise) {
  const version = child(root, 'Version')
  if (version === undefined) return raise('MISSING_VERSION', root)
  if (version.type !== 'string')
    return raise('DATA_TYPE_MISMATCH', version, { dataType: 'String' })
  if (isVersion(version)) return undefined
  const versions = '2012-10-17, 2008-10-17'
  return raise('INVALID_VERSION', version, { version: version.value, versions })
}

const exclusive = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
] as const

function checkStatement({ node }: CheckedStatement, raise: Raise) {
  const unknown = unknownStatementKey(node)
  if (unknown) raise('INVALID_POLICY_ELEMENT', unknown, { element: unknown.value })
  for (const [element1, element2] of exclusive) {
    const extra = excludedKey(node, element1, element2)
    if (extra) raise('UNSUPPORTED_ELEMENT_COMBINATION', extra, { element1, element2 })
  }
  checkEffect(node, raise)
  for (const key of ['Action', 'NotAction', 'Resource', 'NotResource']) {
    const value = child(node, key)
    if (value) checkStrings(value, raise)
  }
  const sid = child(node, 'Sid')
  if (sid && sid.type !== 'string') raise('DATA_TYPE_MISMATCH', sid, { dataType: 'String' })
}

function checkEffect(node: ObjectNode, raise: Raise) {
  const effect = child(node, 'Effect')
  if (effect === undefined) return raise('MISSING_EFFECT', node)
  if (effect.type !== 'string')
    return raise('DATA_TYPE_MISMATCH', effect, { dataType: 'String' })
  if (effect.value === 'Allow' || effect.value === 'Deny') return undefined
  return raise('INVALID_EFFECT', effect, { effect: effect.value })
}

function checkStrings(value: JsonNode, raise: Raise) {
  for (const item of items(value)) {
    if (item.type !== 'string') raise('DATA_TYPE_MISMATCH', item, { dataType: 'String' })
  }
}

/** Bucket policies may have spaces; other services have rules of their own. */
function checkSids({ kind, resourceType, statements }: Checked, raise: Raise) {
  const seen = new Set<string>()
  const strict = kind !== 'resource'
  for (const { node } of statements) {
    const sid = child(node, 'Sid')
    if (sid?.type !== 'string') continue
    if (sid.value === '') raise('EMPTY_SID_VALUE', sid)
    else if (strict && !/^[A-Za-z0-9]*$/.test(sid.value)) raise('UNSUPPORTED_SID', sid)
    if (sid.value !== '' && seen.has(sid.value)) {
      const required = strict || resourceType === 'AWS::S3::Bucket'
      raise(required ? 'UNIQUE_SIDS_REQUIRED' : 'UNIQUE_SIDS_RECOMMENDED', sid)
    }
    seen.add(sid.value)
  }
}
