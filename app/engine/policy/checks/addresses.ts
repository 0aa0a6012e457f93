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
  const masked = maskedV4(range)
  if (masked !== undefined && masked !== text)
    raise('IMPROVE_IP_RANGE', node, { addr: masked })
}

/** The range with the bits behind its mask at zero, when some are not. */
function maskedV4({ address, bits }: { address: number[]; bits: number }) {
  if (address.length !== 2 || bits === 32) return undefined
  const whole = numberOf(address)
  const step = 2 ** (32 - bits)
  if (whole % step === 0) return undefined
  const base = whole - (whole % step)
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256)
  return `${octets.join('.')}/${bits}`
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
