/**
 * Values of AWS's JSON protocol, which knows neither times nor bytes.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
import { fromBase64, toBase64 } from '~/engine/base64'
import { refusal } from '../refusal'
import { structureOf, type Table, type Type } from '../shapes'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (at: string, kind: string) =>
  refusal(400, 'SerializationException', `${at} has to be ${kind}`)

function scalar(type: string, value: unknown, at: string) {
  switch (type) {
    case 'n':
      if (Number.isSafeInteger(value)) return value
      throw wrong(at, 'a whole number')
    case 'b':
      if (typeof value === 'boolean') return value
      throw wrong(at, 'true or false')
    case 't':
      // a time beyond what a date can hold would be none
      if (typeof value === 'number' && Math.abs(value) < 8.64e12)
        return new Date(value * 1000)
      throw wrong(at, 'a time in seconds')
    default:
      if (typeof value !== 'string') throw wrong(at, 'a string')
      return type === 'x' ? bytes(value, at) : value
  }
}

function bytes(text: string, at: string) {
  try {
    return fromBase64(text)
  } catch {
    throw wrong(at, 'in base64')
  }
}

export function readJson(table: Table, structure: string, given: unknown) {
  function value(type: Type, from: unknown, at: string): unknown {
    if (typeof type === 'string') {
      return type.length > 1 ? fields(type, from, at) : scalar(type, from, at)
    }
    if (type[0] === '[') {
      if (!Array.isArray(from)) throw wrong(at, 'a list')
      return from.map((each, index) => value(type[1], each, `${at}.${index + 1}`))
    }
    if (!isFields(from)) throw wrong(at, 'a map')
    return Object.fromEntries(
      Object.entries(from).map(([key, each]) => [key, value(type[1], each, `${at}.${key}`)])
    )
  }

  function fields(name: string, from: unknown, at: string) {
    if (!isFields(from)) throw wrong(at, 'a structure')
    const entries = structureOf(table, name).m.flatMap(([member, type]) => {
      const inner = Object.hasOwn(from, member) ? from[member] : undefined
      return inner === undefined || inner === null
        ? []
        : [[member, value(type, inner, member)] as const]
    })
    return Object.fromEntries(entries)
  }

  return fields(structure, given, 'The request')
}

/** Times are seconds, bytes are base64; what is missing is left out. */
export const printJson = (value: unknown) =>
  JSON.stringify(value, function (this: Fields, key, shown: unknown) {
    // a date has turned itself into text by the time it is shown
    const own = this[key]
    if (own instanceof Date) return own.getTime() / 1000
    return own instanceof Uint8Array ? toBase64(own) : shown
  })
