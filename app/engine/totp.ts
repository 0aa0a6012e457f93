/**
 * Time-based one-time passwords, as virtual MFA devices make them: six digits, a new one every
 * 30 seconds, from HMAC-SHA-1.
 * https://datatracker.ietf.org/doc/html/rfc6238
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP = 30_000

function fromBase32(text: string) {
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (const letter of text.toUpperCase().replace(/[=\s]/g, '')) {
    bits = ((bits << 5) | BASE32.indexOf(letter)) & 0xfff
    count += 5
    if (count < 8) continue
    count -= 8
    bytes.push((bits >> count) & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** The 30 seconds that a time lies in, counted from 1970. `now` is an ISO time. */
export const stepAt = (now: string) => Math.floor(Date.parse(now) / STEP)

/** The six digits of a step. `seed` is base32, as an authenticator app takes it. */
export function codeOfStep(seed: string, step: number) {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const mac = hmac(sha1, fromBase32(seed), new Uint8Array(counter.buffer))
  const offset = (mac[19] ?? 0) & 0xf
  const number = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** What the device shows at a time. */
export const codeAt = (seed: string, now: string) => codeOfStep(seed, stepAt(now))

/** Devices' clocks are off by a little: the steps before and after are taken as well. */
const LEEWAY = 1

/** The step that a code belongs to, around `now`; later than `after`, since a code is good once. */
export function stepOfCode(seed: string, code: string, now: string, after = -1) {
  const middle = stepAt(now)
  for (let step = middle - LEEWAY; step <= middle + LEEWAY; step++) {
    if (step > after && codeOfStep(seed, step) === code) return step
  }
  return undefined
}
