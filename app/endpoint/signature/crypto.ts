/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export const sha256Hex = (data: Uint8Array | string) =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))

const sign = (key: Uint8Array, text: string) => hmac(sha256, key, utf8ToBytes(text))

export type Scope = { date: string; region: string; service: string; terminator: string }

export const scopeText = ({ date, region, service, terminator }: Scope) =>
  [date, region, service, terminator].join('/')

export const signingKey = (secret: string, scope: Scope) =>
  [scope.region, scope.service, scope.terminator].reduce(
    sign,
    sign(utf8ToBytes(`AWS4${secret}`), scope.date)
  )

export const signText = (key: Uint8Array, text: string) => bytesToHex(sign(key, text))

/** Takes as long for texts of one length, wherever they differ. */
export function isSameText(a: string, b: string) {
  let difference = a.length ^ b.length
  for (let i = 0; i < b.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
