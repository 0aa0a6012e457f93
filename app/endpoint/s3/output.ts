/** An operation's answer as HTTP carries it: status, headers, and XML or the content itself. */
import { type Member, structureOf, type Table } from '../shapes'
import { createPrinter, element, escapeXml, milliseconds, printScalar } from '../xml/print'
import type { EndpointResponse } from '../endpoint'

const XMLNS = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

type Output = Record<string, unknown>

const httpDate = (date: Date) => date.toUTCString()

/** Operations that say more, or less, than their models have it. */
const statuses: Record<string, number> = { PutBucketPolicy: 204 }

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function headersOf(members: Member[], output: Output) {
  const entries = members.flatMap(([name, , how = {}]): [string, string][] => {
    const value = output[name]
    if (value === undefined || value === null) return []
    if (how.h !== undefined) return [[how.h, printScalar(value, httpDate)]]
    if (how.p === undefined || !isMap(value)) return []
    return Object.entries(value).map(([key, each]) => [
      `${how.p}${key}`,
      printScalar(each, httpDate),
    ])
  })
  return Object.fromEntries(entries)
}

const isInBody = ([, , how = {}]: Member) =>
  how.h === undefined && how.p === undefined && !how.b

export function printOutput(
  table: Table,
  operation: string,
  output: Output
): EndpointResponse {
  const [, shape = 0, , , modelled = 200] = table.operations[operation] ?? []
  const status = statuses[operation] ?? modelled
  if (!shape) return { status, headers: {}, body: '' }
  const { m, x } = structureOf(table, shape)
  const headers = headersOf(m, output)
  const payload = m.find(([, , how]) => how?.b)
  if (payload) {
    const content = output[payload[0]]
    const body = content instanceof Uint8Array ? content : String(content ?? '')
    return { status, headers, body }
  }
  // its answer is one text, and the element around it is the answer's own
  const inner =
    operation === 'GetBucketLocation'
      ? escapeXml(String(output.LocationConstraint ?? ''))
      : createPrinter(table, { time: milliseconds }).members(m.filter(isInBody), output)
  if (!m.some(isInBody)) return { status, headers, body: '' }
  return {
    status,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: DECLARATION + element(x ?? shape, inner, XMLNS),
  }
}
