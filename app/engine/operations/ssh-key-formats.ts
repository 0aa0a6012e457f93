/**
 * RSA public keys as SSH writes them, and as PEM.
 * https://datatracker.ietf.org/doc/html/rfc4253#section-6.6
 */
import { md5 } from '@noble/hashes/legacy.js'
import { fromBase64, toBase64 } from '../base64'
import {
  BIT_STRING,
  element,
  elementAt,
  elementsIn,
  INTEGER,
  readPem,
  SEQUENCE,
  writePem,
} from './der'

export type PublicKey = { exponent: Uint8Array; modulus: Uint8Array; fingerprint: string }

/** rsaEncryption, with no parameters. */
const ALGORITHM = [
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
]

const info = (exponent: Uint8Array, modulus: Uint8Array) => {
  const key = element(SEQUENCE, element(INTEGER, modulus), element(INTEGER, exponent))
  return element(SEQUENCE, ALGORITHM, element(BIT_STRING, [0], key))
}

/** MD5 of the key, in pairs of digits: how AWS tells keys apart. */
function toKey(exponent: Uint8Array, modulus: Uint8Array): PublicKey {
  const digest = md5(info(exponent, modulus))
  const pairs = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
  return { exponent, modulus, fingerprint: pairs.join(':') }
}

function fieldsOf(bytes: Uint8Array) {
  const fields: Uint8Array[] = []
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)
    fields.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

function readSsh(text: string): PublicKey | undefined {
  const [, body = ''] = /^ssh-rsa\s+([A-Za-z0-9+/]+=*)(?:\s.*)?$/s.exec(text) ?? []
  try {
    const [name, exponent, modulus] = fieldsOf(fromBase64(body))
    if (new TextDecoder().decode(name) !== 'ssh-rsa') return undefined
    return exponent && modulus?.length ? toKey(exponent, modulus) : undefined
  } catch {
    return undefined
  }
}

function readInfo(text: string): PublicKey | undefined {
  const pem = readPem(text)
  const outer = pem?.label === 'PUBLIC KEY' ? elementAt(pem.bytes, 0) : undefined
  const bits = outer && elementsIn(outer.content)[1]
  const key = bits && elementAt(bits.content, 1)
  const [modulus, exponent] = key ? elementsIn(key.content) : []
  return modulus && exponent ? toKey(exponent.content, modulus.content) : undefined
}

/** A key in either form; nothing when the text is none. */
export const readPublicKey = (text: string) =>
  text.startsWith('ssh-') ? readSsh(text) : readInfo(text)

export const toPem = ({ exponent, modulus }: PublicKey) =>
  writePem('PUBLIC KEY', info(exponent, modulus)).trimEnd()

export function toSsh({ exponent, modulus }: PublicKey) {
  const parts = [new TextEncoder().encode('ssh-rsa'), exponent, modulus]
  const bytes = parts.flatMap((part) => [
    0,
    0,
    part.length >> 8,
    part.length & 255,
    ...part,
  ])
  return `ssh-rsa ${toBase64(Uint8Array.from(bytes))}`
}
