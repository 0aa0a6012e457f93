/** https://datatracker.ietf.org/doc/html/rfc7515#section-2 */
import { fromBase64, toBase64 } from '../base64'

export const toBase64Url = (bytes: Uint8Array) =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Nothing where the text is not base64url. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  /^[\w-]*$/.test(text) && text.length % 4 !== 1
    ? fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
    : undefined

/** Nothing where the text is not base64; white space is let by. */
export function fromBase64Text(text: string): Uint8Array<ArrayBuffer> | undefined {
  const packed = text.replace(/[\t\n\r ]/g, '')
  const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
  return packed !== '' && isBase64.test(packed) ? fromBase64(packed) : undefined
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  // copied, since WebCrypto asks for bytes that nobody shares
  Uint8Array.from(new TextEncoder().encode(text))

/** Nothing where the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
