/**
 * A request with its address taken apart. What cannot be decoded is kept as it came, and
 * `malformed` says so: the service that is meant has words of its own for it.
 */
import type { EndpointRequest } from './endpoint'

export type Pair = [name: string, value: string]

export type Incoming = {
  method: string
  /** As sent, still encoded. */
  path: string
  query: Pair[]
  /** Lower-case names. */
  headers: Record<string, string>
  body: Uint8Array
  malformed: boolean
}

/** A plus sign is a blank in a query and in a form. Throws on what is no encoding. */
const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))

/** `a=1&b` as pairs, in order. Throws on what is no encoding. */
export const parsePairs = (text: string): Pair[] =>
  text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.indexOf('=')
      return cut < 0
        ? [decode(part), '']
        : [decode(part.slice(0, cut)), decode(part.slice(cut + 1))]
    })

export function incomingOf({ method, url, headers, body }: EndpointRequest): Incoming {
  const [before = ''] = url.split('#')
  const cut = before.indexOf('?')
  const path = (cut < 0 ? before : before.slice(0, cut)) || '/'
  const parts = { method: method.toUpperCase(), path, headers, body }
  try {
    decodeURIComponent(path)
    return {
      ...parts,
      query: parsePairs(cut < 0 ? '' : before.slice(cut + 1)),
      malformed: !path.startsWith('/'),
    }
  } catch {
    return { ...parts, query: [], malformed: true }
  }
}

/** The first value of a parameter of the query. */
export const queryOf = ({ query }: Incoming, name: string) =>
  query.find(([key]) => key === name)?.[1]

export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
