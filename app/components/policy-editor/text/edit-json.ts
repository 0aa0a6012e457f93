/**
 * Changes of JSON text in place: what is not touched stays as its author wrote it, and what is
 * put in is laid out as the text around it.
 */
import type { ArrayNode, JsonNode, Member, ObjectNode } from '~/engine/policy/parse'

export type Json = string | number | boolean | Json[] | { [key: string]: Json }

type Span = { start: number; end: number }
type Holder = ArrayNode | ObjectNode

export const splice = (text: string, { start, end }: Span, put: string) =>
  text.slice(0, start) + put + text.slice(end)

export const spanOf = ({ key, value }: Member): Span => ({
  start: key.start,
  end: value.end,
})

const spansOf = (holder: Holder): Span[] =>
  holder.type === 'array' ? holder.items : holder.members.map(spanOf)

/** What one step of depth is in this text. */
export const indentUnit = (text: string) => /\n([ \t]+)\S/.exec(text)?.[1] ?? '    '

export function indentAt(text: string, offset: number) {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

const isOneLine = (text: string) => !text.trim().includes('\n')

/** A value as it is printed where the line begins with `indent`. */
function print(text: string, value: Json, indent: string) {
  if (isOneLine(text)) return JSON.stringify(value)
  return JSON.stringify(value, null, indentUnit(text)).replaceAll('\n', `\n${indent}`)
}

export const replaceValue = (text: string, node: JsonNode, value: Json) =>
  splice(text, node, print(text, value, indentAt(text, node.start)))

/** What stands between two children of one line. */
function gapOf(text: string, [first, second]: Span[]) {
  if (first && second) return text.slice(first.end, second.start).replace(/\n\s*/g, '')
  return isOneLine(text) && !/[:,] /.test(text) ? ',' : ', '
}

/** Puts a child among the others, `at` counted from 0; `label` stands before its value. */
function insertChild(
  text: string,
  holder: Holder,
  at: number,
  { label = '', value }: { label?: string; value: Json }
) {
  const spans = spansOf(holder)
  const before = spans[at - 1]
  const after = spans[at]
  const neighbour = before ?? after
  if (neighbour === undefined) {
    const indent = indentAt(text, holder.start)
    const inner = indent + indentUnit(text)
    const piece = label + print(text, value, inner)
    const body = isOneLine(text) ? piece : `\n${inner}${piece}\n${indent}`
    return splice(text, { start: holder.start + 1, end: holder.end - 1 }, body)
  }
  const isSpread = text.slice(holder.start, spans[0]?.start).includes('\n')
  const indent = indentAt(text, neighbour.start)
  const gap = isSpread ? `,\n${indent}` : gapOf(text, spans)
  const piece = label + (isSpread ? print(text, value, indent) : JSON.stringify(value))
  return before
    ? splice(text, { start: before.end, end: before.end }, gap + piece)
    : splice(text, { start: neighbour.start, end: neighbour.start }, piece + gap)
}

export const appendItem = (text: string, list: ArrayNode, value: Json) =>
  insertChild(text, list, list.items.length, { value })

/** Puts a member after those that come before it in `order`; at the end when it has no place. */
export function insertMember(
  text: string,
  object: ObjectNode,
  { key, value, order = [] }: { key: string; value: Json; order?: readonly string[] }
) {
  const earlier = order.slice(0, Math.max(0, order.indexOf(key)))
  const last = object.members.findLastIndex(({ key: { value: name } }) =>
    earlier.includes(name)
  )
  const at = earlier.length > 0 ? last + 1 : object.members.length
  const colon = isOneLine(text) && !text.includes('": ') ? ':' : ': '
  return insertChild(text, object, at, { label: JSON.stringify(key) + colon, value })
}

export function removeChild(text: string, holder: Holder, at: number) {
  const spans = spansOf(holder)
  const [before, child, after] = [spans[at - 1], spans[at], spans[at + 1]]
  if (child === undefined) return text
  if (before) return splice(text, { start: before.end, end: child.end }, '')
  if (after) return splice(text, { start: child.start, end: after.start }, '')
  return splice(text, { start: holder.start + 1, end: holder.end - 1 }, '')
}

/** The one change that makes a text out of another: what differs between their common ends. */
export function differenceOf(from: string, to: string) {
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && from[start] === to[start]) start++
  let tail = 0
  while (tail < most - start && from.at(-1 - tail) === to.at(-1 - tail)) tail++
  return { start, end: from.length - tail, put: to.slice(start, to.length - tail) }
}
