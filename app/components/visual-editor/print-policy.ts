/** From blocks to the text of a policy. */
import type { ConditionBlock, PolicyStatement } from '~/engine/policy/document'
import { type JsonNode, type Member, parseJson } from '~/engine/policy/parse'
import { printJson } from '~/engine/policy/print'
import { actionEntries, type Block, type Condition, type Part } from './block'
import type { VisualPolicy } from './block'

const nowhere = { start: 0, end: 0, path: [] }

export function toNode(value: unknown): JsonNode {
  const parsed = parseJson(JSON.stringify(value))
  if (!parsed.ok) throw new Error('what is made of plain values is JSON')
  return parsed.root
}

export const member = (name: string, value: JsonNode): Member => ({
  key: { type: 'string', value: name, ...nowhere },
  value,
})

export const list = (items: JsonNode[]): JsonNode => ({ type: 'array', items, ...nowhere })

export const printPolicy = ({ members, parts }: VisualPolicy) =>
  printJson({
    type: 'object',
    members: [...members, member('Statement', list(statementsOf(parts)))],
    ...nowhere,
  })

function statementsOf(parts: readonly Part[]) {
  const taken = new Set(parts.flatMap((part) => ownSid(part) ?? []))
  let number = 0
  const nextSid = () => {
    while (taken.has(`VisualEditor${number}`)) number++
    return `VisualEditor${number++}`
  }
  return parts.map((part) =>
    part.kind === 'kept' ? part.statement : toNode(toStatement(part, part.sid ?? nextSid()))
  )
}

function ownSid(part: Part) {
  if (part.kind === 'block') return part.sid
  if (part.statement.type !== 'object') return undefined
  const sid = part.statement.members.find(({ key }) => key.value === 'Sid')?.value
  return sid?.type === 'string' ? sid.value : undefined
}

const unwrapped = <T>(values: readonly T[]): T | T[] => {
  const [only] = values
  return values.length === 1 && only !== undefined ? only : [...values]
}

function toStatement(block: Block, sid: string): PolicyStatement {
  const actions = block.service === undefined ? [] : actionEntries(block)
  return {
    Sid: sid,
    Effect: block.effect,
    Action: unwrapped(actions),
    Resource: block.scope === 'all' ? '*' : unwrapped(block.resources),
    ...(block.conditions.length > 0 ? { Condition: toConditions(block.conditions) } : {}),
  }
}

function toConditions(conditions: readonly Condition[]): ConditionBlock {
  const operators = new Map<string, [string, Condition['values'][number][]][]>()
  for (const { operator, key, values } of conditions) {
    const keys = operators.get(operator) ?? []
    operators.set(operator, [...keys, [key, values]])
  }
  return Object.fromEntries(
    [...operators].map(([operator, keys]) => [
      operator,
      Object.fromEntries(keys.map(([key, values]) => [key, unwrapped(values)])),
    ])
  )
}
