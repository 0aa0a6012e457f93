/**
 * As much of certificates as is needed to keep them.
 * https://datatracker.ietf.org/doc/html/rfc5280#section-4.1
 */
import { elementAt, elementsIn, INTEGER, OCTET_STRING, readPem } from './der'

export type Certificate = { expires: string; bytes: Uint8Array }

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** `YYMMDDhhmmssZ`, or with four digits for the year. */
function toDate(written: string) {
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(written)
  if (!match) return undefined
  const [, year = '', month, day, hour, minute, second] = match
  const full = year.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`
  const date = Date.parse(`${full}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date) ? undefined : new Date(date).toISOString()
}

export function readCertificate(pemText: string): Certificate | undefined {
  const pem = readPem(pemText)
  if (pem?.label !== 'CERTIFICATE') return undefined
  const outer = elementAt(pem.bytes, 0)
  const [signed] = outer ? elementsIn(outer.content) : []
  const parts = signed ? elementsIn(signed.content) : []
  // the version comes first where it is written; serial number, algorithm and issuer follow
  const validity = parts[parts[0]?.tag === 0xa0 ? 4 : 3]
  const [, until] = validity ? elementsIn(validity.content) : []
  const expires = until && toDate(text(until.content))
  return expires ? { expires, bytes: pem.bytes } : undefined
}

/** One certificate after the other, as a chain is given. */
export const isChain = (chain: string) => {
  const each =
    chain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return each.length > 0 && each.every((one) => readCertificate(one) !== undefined)
}

const numbersIn = (bytes: Uint8Array) =>
  elementsIn(bytes).filter(({ tag }) => tag === INTEGER)

/** The modulus of an RSA private key, or `'other'` for a key of another kind. */
function modulusOf(pemText: string): Uint8Array | 'other' | undefined {
  const pem = readPem(pemText)
  const outer = pem?.label.endsWith('PRIVATE KEY') ? elementAt(pem.bytes, 0) : undefined
  if (!outer) return undefined
  const wrapped = elementsIn(outer.content).find(({ tag }) => tag === OCTET_STRING)
  const inner = wrapped ? elementAt(wrapped.content, 0) : outer
  const numbers = inner ? numbersIn(inner.content) : []
  return numbers.length >= 9 ? (numbers[1]?.content ?? 'other') : 'other'
}

function holds(bytes: Uint8Array, wanted: Uint8Array) {
  for (let at = 0; at + wanted.length <= bytes.length; at++) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

/** Whether a private key is the certificate's; of RSA keys alone that can be told. */
export function keyProblem(certificate: Certificate, privateKey: string) {
  const modulus = modulusOf(privateKey)
  if (modulus === undefined) return 'malformed'
  return modulus === 'other' || holds(certificate.bytes, modulus) ? undefined : 'mismatch'
}
