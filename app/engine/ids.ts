/**
 * Identifiers and secrets, made from the world's seed and a running number: the same calls from
 * the same world make the same ids.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
import type { World } from './model'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SECRET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+'
const HEX = '0123456789abcdef'

export type IdPrefix =
  | 'AIDA'
  | 'AROA'
  | 'AGPA'
  | 'AIPA'
  | 'ANPA'
  | 'AKIA'
  | 'ASIA'
  | 'APKA'
  | 'ASCA'
  | 'ACCA'
  | 'ASPA'

/** A 32-bit mix of two numbers; good enough to look random, and always the same. */
function mix(a: number, b: number) {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** `length` characters of `alphabet`; takes one number of the world's sequence. */
function draw(world: World, alphabet: string, length: number) {
  const turn = world.sequence++
  const { seed } = world
  const { length: size } = alphabet
  // so many characters come out of one number of 32 bits
  const each = Math.floor(32 / Math.log2(size))
  let text = ''
  for (let at = 0, rest = 0; at < length; at++) {
    if (at % each === 0) rest = mix(seed + at * 7919, turn)
    text += alphabet[rest % size]
    rest = Math.floor(rest / size)
  }
  return text
}

/** The account as eight base32 characters: ids of one account share them. */
function accountBlock(account: string) {
  let rest = Number(account) || 0
  let block = ''
  for (let i = 0; i < 8; i++) {
    block = BASE32[rest % 32] + block
    rest = Math.floor(rest / 32)
  }
  return block
}

/** 21 characters for an entity, 20 for an access key. */
export function newId(world: World, prefix: IdPrefix, account: string) {
  const isKey = prefix === 'AKIA' || prefix === 'ASIA'
  return prefix + accountBlock(account) + draw(world, BASE32, isKey ? 8 : 9)
}

/** Signing certificates have IDs without an account in them. */
export const newCertificateId = (world: World) => draw(world, BASE32, 28)

/** The seed of a virtual MFA device: 320 bits, in base32. */
export const newMfaSeed = (world: World) => draw(world, BASE32, 64)

/** A service's own password always ends so. */
export const newServicePassword = (world: World) => `${draw(world, SECRET, 59)}=`

export const newSecret = (world: World) => draw(world, SECRET, 40)

/** With the time in it: a token from before the world started over opens nothing in the new one. */
export const newToken = (world: World, now: string) =>
  `IQoJb3JpZ2luX2Vj${draw(world, SECRET, 190)}${Date.parse(now).toString(36)}`

export function newPassword(world: World) {
  const letters = 'abcdefghijkmnpqrstuvwxyz'
  // one of each kind first, so that any password policy for twelve characters is met
  return `${draw(world, letters.toUpperCase(), 1)}${draw(world, letters, 7)}${draw(world, '23456789', 3)}!`
}

export function newUuid(world: World) {
  return grouped(draw(world, HEX, 32))
}

const grouped = (hex: string) =>
  [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')

/** The account that a key ID was made for. */
export function accountOfKey(id: string): string | undefined {
  const block = /^A[A-Z]{3}([A-Z2-7]{8})[A-Z2-7]{8,9}$/.exec(id)?.[1]
  if (block === undefined) return undefined
  const account = [...block].reduce((sum, letter) => sum * 32 + BASE32.indexOf(letter), 0)
  return account < 1e12 ? String(account).padStart(12, '0') : undefined
}

/** The same UUID for the same text, whatever the world. */
export function uuidOf(text: string) {
  const parts = [3, 7919, 104_729, 1_299_709].map((seed) => {
    const sum = [...text].reduce((hash, letter) => mix(hash, letter.charCodeAt(0)), seed)
    return sum.toString(16).padStart(8, '0')
  })
  return grouped(parts.join(''))
}
