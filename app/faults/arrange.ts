/** What of the rules belongs to the world rather than to single calls. */
import type { Denial, Rules, World } from '~/engine/model'
import { s3ActionNames } from '~/engine/record'
import { isDenial } from './injector'
import type { CallRule, FaultRule, Ui } from './rule'

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

/** S3's operations are not all named as the actions that policies allow. */
function toAction(operation: string) {
  const [service = '', name = ''] = operation.split(':')
  return `${service}:${(service === 's3' ? s3ActionNames[name] : undefined) ?? name}`
}

const toDenial = ({ op, by }: CallRule): Denial => ({
  actions: listOf(op).map(toAction),
  ...(by ? { principals: [by.startsWith('arn:') ? by : `arn:aws:*:*:*:${by}`] } : {}),
})

export function rulesOfWorld(
  rules: FaultRule[]
): Pick<Rules, 'consistency' | 'denials' | 'longestSession'> {
  const denials = rules.flatMap((rule) =>
    'op' in rule && isDenial(rule) ? [toDenial(rule)] : []
  )
  const consistency = rules.findLast((rule) => 'consistency' in rule)?.consistency
  const session = rules.findLast((rule) => 'session' in rule)?.session
  return {
    ...(denials.length > 0 ? { denials } : {}),
    ...(consistency ? { consistency } : {}),
    ...(session ? { longestSession: session.expiresIn } : {}),
  }
}

export const uiOf = (rules: FaultRule[]): Ui | undefined =>
  rules.findLast((rule) => 'ui' in rule)?.ui

/** Puts the rules into a draft of the world, in place of those that were there. Milliseconds. */
export function arrangeFaults(world: World, faults: FaultRule[], now: number) {
  const { consistency: _c, denials: _d, longestSession: _l, ...rest } = world.rules
  const own = rulesOfWorld(faults)
  world.rules = { ...rest, ...own }
  const { longestSession } = own
  if (longestSession === undefined) return
  const latest = new Date(now + longestSession).toISOString()
  for (const session of Object.values(world.sessions)) {
    if (session.expires > latest) session.expires = latest
  }
}
