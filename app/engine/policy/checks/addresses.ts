/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
import { parseRange } from '../../conditions/ip'
import type { JsonNode } from '../parse'
import { type Condition, hasVariable, type Raise, textOf } from './statement'

export function checkAddresses(condition: Condition, raise: Raise) {
  if (condition.operator?.family !== 'ip') return
  for (const node of condition.values) checkRange(condition, node, raise)
  if (condition.key === 'aws:sourceip') checkPrivate(condition, raise)
}

function checkRange({ operatorNode }: Condition, node: JsonNode, raise: Raise) {
  const text = textOf(node)
  if (text === undefined || hasVariable(text)) return
  const range = parseRange(text)
  if (range === undefined)
    return raise('TYPE_MISMATCH_IP_RANGE', node, { operator: operatorNode.value })
  const masked = maskWords(range)
  if (masked.some((word, at) => word !== range.address[at]))
    raise('IMPROVE_IP_RANGE', node, { addr: `${printAddress(masked)}/${range.bits}` })
}

type Range = { address: number[]; bits: number }

/** The address with the bits behind its mask at zero, in words of sixteen bits. */
const maskWords = ({ address, bits }: Range) =>
  address.map((word, at) => {
    const dropped = Math.min(16, Math.max(0, (at + 1) * 16 - bits))
    return word - (word % 2 ** dropped)
  })

const printAddress = (words: number[]) =>
  words.length === 2
    ? words.flatMap((word) => [Math.floor(word / 256), word % 256]).join('.')
    : printV6(words)

/** The longest run of zeros gives way to two colons: https://www.rfc-editor.org/rfc/rfc5952 */
function printV6(words: number[]) {
  const text = words.map((word) => word.toString(16)).join(':')
  const runs = text.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? []
  const longest = runs.toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined) return text
  const at = text.indexOf(longest)
  return `${text.slice(0, at)}::${text.slice(at + longest.length).replace(/^:/, '')}`
}

const numberOf = ([high = 0, low = 0]: number[]) => high * 65536 + low

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

function isPrivate(node: JsonNode) {
  const range = parseRange(textOf(node) ?? '')
  if (range?.address.length !== 2) return false
  return privateRanges.some((text) => {
    const outer = parseRange(text)
    if (outer === undefined || range.bits < outer.bits) return false
    const step = 2 ** (32 - outer.bits)
    const at = (address: number[]) => Math.floor(numberOf(address) / step)
    return at(range.address) === at(outer.address)
  })
}

function checkPrivate({ operator, values, valueNode }: Condition, raise: Raise) {
  const count = values.filter(isPrivate).length
  if (count === 0) return
  const isNot = operator?.base === 'NotIpAddress'
  if (count === values.length)
    raise(isNot ? 'PRIVATE_NOT_IP_ADDRESS' : 'PRIVATE_IP_ADDRESS', valueNode)
  else
    raise(isNot ? 'PRIVATE_NOT_IP_ADDRESS_SUBSET' : 'PRIVATE_IP_ADDRESS_SUBSET', valueNode)
}
