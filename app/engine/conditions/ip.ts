/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
import { type MakeTest, outcome } from './test'

/** Sixteen-bit words: two for IPv4, eight for IPv6. The two families never match. */
type Address = number[]

export const ipAddress: MakeTest = (wanted, { lenient }) => {
  const range = parseNetwork(wanted)
  if (!range && !lenient) return undefined
  return (got) => {
    const address = parseCaller(got)
    if (!address) return 'unlike'
    return outcome(range !== undefined && isWithin(address, range))
  }
}

/**
 * An address of a request. One of IPv4 in the dress of IPv6, `::ffff:192.0.2.1`, is that IPv4
 * address; no other may end in dots. Recorded answers of AWS.
 */
export function parseCaller(text: string): Address | undefined {
  const address = parseAddress(text)
  if (address?.length !== 8) return address
  if (address.slice(0, 6).join() === '0,0,0,0,0,65535') return address.slice(6)
  return text.includes('.') ? undefined : address
}

/**
 * A range as IAM takes it from a policy. Of IPv6, nothing may stand behind the mask, and no
 * address may end in dots. Recorded answers of AWS.
 */
export function parseNetwork(text: string): Range | undefined {
  const range = parseRange(text)
  if (range?.address.length !== 8) return range
  return text.includes('.') || hasBitsBehind(range) ? undefined : range
}

const hasBitsBehind = ({ address, bits }: Range) =>
  address.some(
    (word, at) => word % 2 ** Math.min(16, Math.max(0, (at + 1) * 16 - bits)) > 0
  )

type Range = { address: Address; bits: number }

/** Without a mask, the one address. */
export function parseRange(text: string): Range | undefined {
  const [before = '', mask, ...rest] = text.split('/')
  const address = parseAddress(before)
  if (!address || rest.length > 0) return undefined
  const longest = address.length * 16
  if (mask === undefined) return { address, bits: longest }
  if (!/^\+?\d{1,3}$/.test(mask) || Number(mask) > longest) return undefined
  return { address, bits: Number(mask) }
}

function isWithin(address: Address, { address: base, bits }: Range): boolean {
  if (address.length !== base.length) return false
  for (let word = 0, left = bits; left > 0; word++, left -= 16) {
    const drop = Math.max(0, 16 - left)
    if ((address[word] ?? 0) >> drop !== (base[word] ?? 0) >> drop) return false
  }
  return true
}

export const parseAddress = (text: string): Address | undefined =>
  text.includes(':') ? parseV6(text) : parseV4(text)

function parseV4(text: string): Address | undefined {
  const octets = text.split('.')
  const valid = octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)
  if (octets.length !== 4 || !valid) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number)
  return [a * 256 + b, c * 256 + d]
}

function parseV6(written: string): Address | undefined {
  const text = tidied(written)
  const [before = '', after, ...rest] = text.split('::')
  if (rest.length > 0) return undefined
  const head = parseGroups(before)
  if (!head) return undefined
  if (after === undefined) return head.length === 8 ? head : undefined
  const tail = parseGroups(after)
  if (!tail || head.length + tail.length > 7) return undefined
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => 0)
  return [...head, ...zeros, ...tail]
}

/**
 * AWS takes a colon too many: at the end it says nothing, at the beginning it stands for a group
 * of zeros, and a third one in a row changes nothing. Recorded answers.
 */
const tidied = (text: string) =>
  text
    .replace(/([^:]):$/, '$1')
    .replace(/^:(?=[^:])/, '0:')
    .replace(/([^:]):::(?=[^:])/, '$1::')

/** The last group may be an IPv4 address, as in `::ffff:192.0.2.1`. */
function parseGroups(text: string): number[] | undefined {
  if (text === '') return []
  const words: number[] = []
  const groups = text.split(':')
  for (const [at, group] of groups.entries()) {
    const dotted =
      at === groups.length - 1 && group.includes('.') ? parseV4(group) : undefined
    if (dotted) words.push(...dotted)
    else if (/^[0-9a-f]{1,4}$/i.test(group)) words.push(parseInt(group, 16))
    else return undefined
  }
  return words
}
