import { accountOf, nameOf, parseArn } from '~/engine/arn'
import type { Assumption } from '~/data/assumptions'
import { type EntityKind, kindOf } from '~/data/trust-map'

/** Somebody who assumes or is assumed. */
export type Entity = { id: string; kind: EntityKind; name: string; account: string }

export const kindNames: Record<EntityKind, string> = {
  user: 'IAM user',
  role: 'IAM role',
  account: 'AWS account',
  service: 'AWS service',
  provider: 'Identity provider',
  everyone: 'Everyone',
}

function nameFor(id: string, kind: EntityKind) {
  if (kind === 'everyone') return 'Everyone'
  if (kind === 'account') return accountOf(id) ?? id
  if (kind === 'provider') return id.slice(id.indexOf('/') + 1)
  return parseArn(id) ? nameOf(id) : id
}

export function entityOf(id: string): Entity {
  const kind = kindOf(id)
  return { id, kind, name: nameFor(id, kind), account: accountOf(id) ?? '' }
}

export const idOf = ({ from, to }: Pick<Assumption, 'from' | 'to'>) => `${from} ${to}`

export const sentence = ({ from, to, allowed }: Assumption) =>
  `${entityOf(from).name} ${allowed ? 'can' : 'cannot'} assume ${entityOf(to).name}`

/** Those in which a name, an ARN or an account at either end has the text in it. */
export function search(assumptions: readonly Assumption[], text: string) {
  const wanted = text.trim().toLowerCase()
  return assumptions.filter(({ from, to }) =>
    `${from} ${entityOf(from).name} ${to}`.toLowerCase().includes(wanted)
  )
}
