/** One statement as blocks, or kept as it is with the reason. */
import { type JsonNode, type ObjectNode, toValue } from '~/engine/policy/parse'
import { parseOperator } from '~/engine/policy/operators'
import type { ConditionValue } from '~/engine/policy/document'
import { ALL_SERVICES, type Block, type Condition } from './block'

export type ReadPart = Omit<Block, 'id'> | { kind: 'kept'; reason: string }

const NUMBERED = /^VisualEditor\d+$/
const SKELETON = /^Statement\d+$/
const visible = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition'])

class Unfit extends Error {}

/** Several services in one statement become several blocks, which together mean the same. */
export function readStatement(node: JsonNode): ReadPart[] {
  try {
    return toBlocks(node)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    return [{ kind: 'kept', reason: error.message }]
  }
}

export function repeatedKey(node: ObjectNode): string | undefined {
  const seen = new Set<string>()
  for (const { key } of node.members) {
    if (seen.has(key.value)) return key.value
    seen.add(key.value)
  }
  return undefined
}

function membersOf(node: JsonNode, what: string): Map<string, JsonNode> {
  if (node.type !== 'object') throw new Unfit(`${what} is not an object.`)
  const repeated = repeatedKey(node)
  if (repeated !== undefined) throw new Unfit(`${what} has ${repeated} more than once.`)
  return new Map(node.members.map(({ key, value }) => [key.value, value]))
}

function toBlocks(node: JsonNode): ReadPart[] {
  const members = membersOf(node, 'The statement')
  for (const key of members.keys())
    if (!visible.has(key)) throw new Unfit(`It uses ${key}.`)
  const effect = textIn(members, 'Effect')
  if (effect !== 'Allow' && effect !== 'Deny') throw new Unfit('It has no valid Effect.')
  const sid = members.has('Sid') ? textIn(members, 'Sid') : undefined
  const resources = textsIn(members, 'Resource')
  const isAll = resources.length === 1 && resources[0] === '*'
  const rest: Pick<Block, 'kind' | 'effect' | 'scope' | 'resources' | 'conditions'> = {
    kind: 'block',
    effect,
    scope: isAll ? 'all' : 'specific',
    resources: isAll ? [] : resources,
    conditions: conditionsOf(members.get('Condition')),
  }
  const services = byService(textsIn(members, 'Action'))
  if (services.size === 0) services.set(undefined, [])
  const isBlank = services.has(undefined) && resources.length === 0
  const isOwn = sid !== undefined && !NUMBERED.test(sid) && !(isBlank && SKELETON.test(sid))
  return [...services].map(([service, actions], index) => ({
    ...rest,
    service,
    actions,
    ...(isOwn && index === 0 ? { sid } : {}),
  }))
}

function textIn(members: Map<string, JsonNode>, name: string) {
  const node = members.get(name)
  if (node?.type !== 'string') throw new Unfit(`Its ${name} is not a text.`)
  return node.value
}

function textsIn(members: Map<string, JsonNode>, name: string) {
  const node = members.get(name)
  if (node === undefined) throw new Unfit(`It has no ${name}.`)
  return listOf(node).map((item) => {
    if (item.type !== 'string') throw new Unfit(`Its ${name} is not a list of texts.`)
    return item.value
  })
}

const listOf = (node: JsonNode) => (node.type === 'array' ? node.items : [node])

function byService(entries: string[]) {
  const services = new Map<string | undefined, string[]>()
  for (const entry of entries) {
    const [, prefix, name] = /^([a-z0-9-]+):([^:\s]+)$/i.exec(entry) ?? []
    const isAll = entry === '*'
    if (!isAll && (prefix === undefined || name === undefined))
      throw new Unfit(`The action ${entry} does not name one service.`)
    const service = isAll ? ALL_SERVICES : prefix?.toLowerCase()
    services.set(service, [...(services.get(service) ?? []), isAll ? '*' : (name ?? '')])
  }
  return services
}

function conditionsOf(node: JsonNode | undefined): Condition[] {
  if (node === undefined) return []
  return [...membersOf(node, 'Its Condition')].flatMap(([operator, block]) => {
    if (!parseOperator(operator)) throw new Unfit(`The operator ${operator} is not known.`)
    const keys = [...membersOf(block, operator)]
    if (keys.length === 0) throw new Unfit(`The operator ${operator} has no key.`)
    return keys.map(([key, value]) => ({
      operator,
      key,
      values: listOf(value).map((item) => valueOf(item, key)),
    }))
  })
}

/** Numbers are kept to the last digit, or not read at all. */
function valueOf(node: JsonNode, key: string): ConditionValue {
  const value = toValue(node)
  const isSpelled = node.type !== 'number' || node.raw === String(value)
  if (
    isSpelled &&
    (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
  )
    return value
  throw new Unfit(`The value of ${key} cannot be shown.`)
}
