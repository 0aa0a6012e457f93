/** Statements put into a policy's text and taken out of it, and the text laid out anew. */
import type { PolicyKind } from '~/engine/policy/finding'
import { type JsonNode, parseJson } from '~/engine/policy/parse'
import { printJson } from '~/engine/policy/print'
import { child, items, statementsOf } from '~/engine/policy/tree'
import {
  appendItem,
  indentAt,
  indentUnit,
  insertMember,
  type Json,
  removeChild,
  replaceValue,
  splice,
} from './edit-json'
import { readStatements } from './read-statements'

function blankStatement(kind: PolicyKind, sid: string): Json {
  const isIdentity = kind === 'identity' || kind === 'scp'
  return {
    Sid: sid,
    Effect: 'Allow',
    ...(isIdentity ? {} : { Principal: {} }),
    Action: [],
    ...(kind === 'trust' ? {} : { Resource: [] }),
  }
}

function freeSid(text: string) {
  const statements = readStatements(text) ?? []
  const taken = new Set(statements.map(({ name }) => name))
  let number = statements.length + 1
  while (taken.has(`Statement${number}`)) number++
  return `Statement${number}`
}

/** A single statement becomes the first of a list. */
function wrap(text: string, node: JsonNode) {
  if (node.type === 'array') return text
  const raw = text.slice(node.start, node.end)
  if (!text.trim().includes('\n')) return splice(text, node, `[${raw}]`)
  const indent = indentAt(text, node.start)
  const unit = indentUnit(text)
  const inner = `\n${indent}${unit}`
  return splice(text, node, `[${inner}${raw.replaceAll('\n', `\n${unit}`)}\n${indent}]`)
}

/** The text with one statement more, at the end; `undefined` when there is no place for it. */
export function addStatement(text: string, kind: PolicyKind): string | undefined {
  const parsed = parseJson(text)
  if (!parsed.ok || parsed.root.type !== 'object') return undefined
  const blank = blankStatement(kind, freeSid(text))
  const node = child(parsed.root, 'Statement')
  if (node === undefined)
    return insertMember(text, parsed.root, { key: 'Statement', value: [blank] })
  if (node.type === 'array') return appendItem(text, node, blank)
  if (node.type !== 'object') return replaceValue(text, node, [blank])
  return addStatement(wrap(text, node), kind)
}

export function removeStatement(text: string, index: number): string {
  const parsed = parseJson(text)
  if (!parsed.ok || parsed.root.type !== 'object') return text
  const node = child(parsed.root, 'Statement')
  const statement = statementsOf(parsed.root)[index]
  if (node === undefined || statement === undefined) return text
  if (node.type !== 'array') return replaceValue(text, node, [])
  return removeChild(text, node, items(node).indexOf(statement))
}

/** The text laid out anew, in its own step of depth; `undefined` when it is no JSON. */
export function formatPolicy(text: string): string | undefined {
  const parsed = parseJson(text)
  return parsed.ok ? printJson(parsed.root, '', indentUnit(text)) : undefined
}

/** Where a caret belongs once only the space between what is written has changed. */
export function sameSpot(from: string, offset: number, to: string): number {
  let left = from.slice(0, offset).replace(/\s/g, '').length
  for (let at = 0; at < to.length; at++) {
    if (left === 0) return at
    if (/\S/.test(to.charAt(at))) left--
  }
  return to.length
}
