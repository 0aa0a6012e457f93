/** From the text of a policy to blocks, or the reason why it cannot be shown so. */
import { parseJson } from '~/engine/policy/parse'
import { freshBlock, type Part, type VisualPolicy } from './block'
import { readStatement, repeatedKey } from './read-statement'

export type Reading = { ok: true; policy: VisualPolicy } | { ok: false; reason: string }

const no = (reason: string): Reading => ({ ok: false, reason })

export function readPolicy(text: string): Reading {
  const parsed = parseJson(text)
  if (!parsed.ok) {
    const { line, column } = parsed
    return no(`Fix the JSON syntax error at line ${line}, column ${column}.`)
  }
  const { root } = parsed
  if (root.type !== 'object') return no('The policy is not a JSON object.')
  const repeated = repeatedKey(root)
  if (repeated !== undefined) return no(`The policy has ${repeated} more than once.`)
  const statement = root.members.find(({ key }) => key.value === 'Statement')?.value
  if (statement && statement.type !== 'object' && statement.type !== 'array')
    return no('The Statement element is neither an object nor a list.')
  const statements =
    statement?.type === 'array' ? statement.items : statement ? [statement] : []
  const parts = statements
    .flatMap((each) =>
      readStatement(each).map((part) =>
        part.kind === 'kept' ? { ...part, statement: each } : part
      )
    )
    .map((part, id): Part => ({ ...part, id }))
  const members = root.members.filter(({ key }) => key.value !== 'Statement')
  return {
    ok: true,
    policy: { members, parts: parts.length > 0 ? parts : [freshBlock(0)] },
  }
}
