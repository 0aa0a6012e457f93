/**
 * A request as an operation's input: the path, the query, headers and the body each carry a part.
 * https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html
 */
import { XmlError } from '~/engine/federation/xml'
import { type Incoming, queryOf, textOf } from '../incoming'
import { type Binding, type Member, structureOf, type Table } from '../shapes'
import { readXml } from '../xml/read'
import type { Address } from './address'
import { invalidArgument, malformedXml } from './words'

export type Input = Record<string, unknown>

function scalar(type: string, text: string, at: string): unknown {
  if (type === 'n') {
    if (/^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31) return Number(text)
    throw invalidArgument(`Provided ${at} not an integer or within integer range`, at, text)
  }
  if (type === 'b') return text.toLowerCase() === 'true'
  if (type !== 't') return text
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? undefined : time
}

const prefixed = (headers: Record<string, string>, prefix: string) => {
  const entries = Object.entries(headers)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function payload(table: Table, [name, type, how]: Member, body: Uint8Array): unknown {
  if (type === 'x') return body
  if (type === 's') return textOf(body)
  // a body that may be left out, as that of a new bucket
  if (typeof type !== 'string' || body.length === 0) return undefined
  try {
    return readXml(table, how?.x ?? name, structureOf(table, type), textOf(body))
  } catch (error) {
    if (error instanceof XmlError) throw malformedXml()
    throw error
  }
}

function carried({ headers, ...rest }: Incoming, type: string, { h, q }: Binding): unknown {
  const text = h === undefined ? queryOf({ headers, ...rest }, q ?? '') : headers[h]
  return text === undefined ? undefined : scalar(type, text, h ?? q ?? '')
}

function valueOf(
  table: Table,
  member: Member,
  request: Incoming,
  address: Address,
  body: Uint8Array
): unknown {
  const [name, type, how = {}] = member
  if (how.l) return name === 'Bucket' ? address.bucket : address.key
  if (how.b) return payload(table, member, body)
  if (how.p !== undefined) return prefixed(request.headers, how.p)
  return carried(request, typeof type === 'string' ? type : 's', how)
}

export function readInput(
  table: Table,
  structure: string,
  request: Incoming,
  address: Address,
  body: Uint8Array
): Input {
  const entries = structureOf(table, structure).m.flatMap((member) => {
    const value = valueOf(table, member, request, address, body)
    return value === undefined ? [] : [[member[0], value] as const]
  })
  return Object.fromEntries(entries)
}
