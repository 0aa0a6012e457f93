/** Values as XML. https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings */
import { toBase64 } from '~/engine/base64'
import { type Member, structureOf, type Table, type Type } from '../shapes'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Characters that a reader of XML would change or refuse are given by number. */
export const escapeXml = (text: string) =>
  text
    .replace(/[&<>"]/g, (char) => escapes[char] ?? char)
    .replace(
      /[^\P{Cc}\t\n]|\u2028/gu,
      (char) => `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`
    )

/** `inner` is XML already. */
export const element = (name: string, inner: string, attributes = '') =>
  inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`

export type PrintOptions = {
  /** S3 prints milliseconds, the others do not. */
  time: (date: Date) => string
}

export const seconds = (date: Date) => date.toISOString().replace(/\.\d{3}Z$/, 'Z')
export const milliseconds = (date: Date) => date.toISOString()

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null

/** A value of the engine's as text; what has none prints nothing. */
export function printScalar(value: unknown, time: PrintOptions['time']): string {
  if (value instanceof Date) return time(value)
  if (value instanceof Uint8Array) return toBase64(value)
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? String(value)
    : ''
}

export function createPrinter(table: Table, options: PrintOptions) {
  function inner(type: Type, value: unknown): string {
    if (typeof type !== 'string') return type[0] === '[' ? '' : entries(type[1], value)
    if (type.length > 1) return members(structureOf(table, type).m, value)
    return escapeXml(printScalar(value, options.time))
  }

  function entries(type: Type, value: unknown) {
    if (!isFields(value)) return ''
    return Object.entries(value)
      .map(([key, each]) =>
        element(
          'entry',
          element('key', escapeXml(key)) + element('value', inner(type, each))
        )
      )
      .join('')
  }

  function member([name, type, how = {}]: Member, value: unknown) {
    if (value === undefined || value === null) return ''
    const tag = how.x ?? name
    if (typeof type === 'string' || type[0] !== '[') return element(tag, inner(type, value))
    const [, item, itemName = 'member'] = type
    const items = Array.isArray(value) ? value : []
    const each = (own: string) =>
      items.map((one) => element(own, inner(item, one))).join('')
    return how.f ? each(tag) : element(tag, each(itemName))
  }

  function members(list: Member[], value: unknown): string {
    return isFields(value) ? list.map((each) => member(each, value[each[0]])).join('') : ''
  }

  return { members }
}
