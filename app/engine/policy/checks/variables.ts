/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
import type { JsonNode, StringNode } from '../parse'
import { child, items } from '../tree'
import { type Check, type CheckedStatement, hasVariable, type Raise } from './statement'

export const checkVariables: Check = ({ version, statements }, raise) => {
  const understands = version === '2012-10-17'
  for (const statement of statements) {
    checkElements(statement, raise)
    for (const node of valuesOf(statement)) checkText(node, understands, raise)
    for (const { operator, values } of statement.conditions) {
      const takesVariables =
        operator === undefined || operator.family === 'string' || operator.family === 'arn'
      const bad = values.find((node) => node.type === 'string' && hasVariable(node.value))
      if (bad && !takesVariables) raise('INVALID_VARIABLE_FOR_OPERATOR', bad)
    }
  }
}

const isString = (node: JsonNode): node is StringNode => node.type === 'string'

const valuesOf = ({ resources, notResources, conditions }: CheckedStatement) => [
  ...resources,
  ...notResources,
  ...conditions.flatMap(({ values }) => values.filter(isString)),
]

/** Before 2012 a dollar and a brace were just that, and nobody means them so. */
function checkText(node: StringNode, understands: boolean, raise: Raise) {
  const text = node.value
  if (!text.includes('${')) return undefined
  if (!understands && hasVariable(text))
    return raise('VARIABLE_UNSUPPORTED_IN_VERSION', node)
  for (const inner of variablesIn(text)) {
    if (inner === undefined) return raise('MISSING_BRACE_IN_VARIABLE', node)
    checkInner(inner, node, raise)
  }
  return undefined
}

/** What stands between the braces; `undefined` for a variable that is never closed. */
function variablesIn(text: string) {
  const found: (string | undefined)[] = []
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at + 2)) {
    const close = text.indexOf('}', at)
    const next = text.indexOf('${', at + 2)
    const isOpen = close < 0 || (next >= 0 && next < close)
    found.push(isOpen ? undefined : text.slice(at + 2, close))
    if (isOpen) break
  }
  return found
}

function checkInner(inner: string, node: StringNode, raise: Raise) {
  if (inner.trim() === '') return raise('EMPTY_VARIABLE', node)
  const comma = inner.indexOf(',')
  const name = comma < 0 ? inner : inner.slice(0, comma)
  if (/\s/.test(name.trim()) || (comma < 0 && name !== name.trim()))
    return raise('UNSUPPORTED_SPACE_IN_VARIABLE', node)
  const fallback = comma < 0 ? undefined : inner.slice(comma + 1).trim()
  if (fallback !== undefined && !/^'[^']*'$/.test(fallback))
    return raise('MISSING_QUOTE_IN_VARIABLE', node)
  return undefined
}

function checkElements(
  { node, actions, notActions, principals }: CheckedStatement,
  raise: Raise
) {
  const sid = items(child(node, 'Sid')).filter(isString)
  const others = [...sid, ...actions, ...notActions, ...principals.flatMap((p) => p.values)]
  for (const each of others) {
    const variable = firstVariable(each.value)
    if (variable) raise('VARIABLE_UNSUPPORTED_IN_ELEMENT', each, { variable })
  }
}

function firstVariable(text: string) {
  const start = text.indexOf('${')
  const end = start === -1 ? -1 : text.indexOf('}', start)
  return end === -1 ? undefined : text.slice(start, end + 1)
}
