/**
 * What certificates and keys are written in: DER, and PEM around it.
 * https://www.itu.int/rec/T-REC-X.690
 */
import { fromBase64, toBase64 } from '../base64'

export type Element = { tag: number; content: Uint8Array; end: number }

/** The element at a place; nothing where the bytes are none. */
export function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return undefined
  const more = first & 0x80 ? first & 0x7f : 0
  if (more > 4) return undefined
  const sized = bytes.subarray(at + 2, at + 2 + more)
  const length = more === 0 ? first : sized.reduce((sum, byte) => sum * 256 + byte, 0)
  const start = at + 2 + more
  const end = start + length
  return end > bytes.length ? undefined : { tag, content: bytes.subarray(start, end), end }
}

export function elementsIn(bytes: Uint8Array): Element[] {
  const found: Element[] = []
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at)
    if (!element) return found
    found.push(element)
    at = element.end
  }
  return found
}

export function element(tag: number, ...parts: (Uint8Array | number[])[]): Uint8Array {
  const content = parts.flatMap((part) => [...part])
  const { length } = content
  const size =
    length < 128
      ? [length]
      : length < 256
        ? [0x81, length]
        : [0x82, length >> 8, length & 255]
  return Uint8Array.from([tag, ...size, ...content])
}

export const SEQUENCE = 0x30
export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04

/** The bytes between the lines of a PEM text, and what the lines say they are. */
export function readPem(text: string): { label: string; bytes: Uint8Array } | undefined {
  const match =
    /^\s*-----BEGIN ([A-Z0-9 ]+)-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END \1-----\s*$/.exec(
      text
    )
  if (!match) return undefined
  const [, label = '', body = ''] = match
  try {
    return { label, bytes: fromBase64(body.replace(/\s/g, '')) }
  } catch {
    return undefined
  }
}

export function writePem(label: string, bytes: Uint8Array) {
  const lines = toBase64(bytes).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
