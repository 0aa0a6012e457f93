import { policyArn, roleArn, userArn } from '~/engine/arn'
import { newId } from '~/engine/ids'
import type { Account, World } from '~/engine/model'
import { putOnShelf } from '~/engine/shelf'

type Fill = Partial<Record<'users' | 'groups' | 'roles' | 'policies' | 'buckets', number>>

const DAY = 86_400_000

const numbered = (word: string, index: number) =>
  `${word}-${String(index + 1).padStart(3, '0')}`

const read = (service: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: [`${service}:Get*`, `${service}:List*`], Resource: '*' },
    ],
  })

const services = [
  'ec2',
  'lambda',
  'ecs-tasks',
  'codebuild',
  'glue',
  'rds',
  'states',
  'events',
]

const serviceTrust = (service: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: `${service}.amazonaws.com` },
        Action: 'sts:AssumeRole',
      },
    ],
  })

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Many more of everything, each with a date of its own, for lists that have to be paged. */
export function fillAccount(world: World, account: Account, fill: Fill, time: string) {
  const created = (index: number) => new Date(Date.parse(time) - index * DAY).toISOString()
  const many = (count = 0) => Array.from({ length: count }, (_, index) => index)

  for (const index of many(fill.policies)) {
    const name = numbered('team-policy', index)
    account.policies[policyArn(account.id, '/', name)] = {
      name,
      path: '/',
      id: newId(world, 'ANPA', account.id),
      created: created(index),
      updated: created(index),
      tags: [],
      defaultVersion: 'v1',
      versions: { v1: { document: read(pick(services, index)), created: created(index) } },
      lastVersion: 1,
    }
  }
  const policies = Object.keys(account.policies)
  const some = (index: number) => (policies.length > 0 ? [pick(policies, index)] : [])

  for (const index of many(fill.groups)) {
    const name = numbered('team', index)
    const id = newId(world, 'AGPA', account.id)
    const holder = { name, path: '/', id, created: created(index), inline: {} }
    account.groups[name] = { ...holder, attached: some(index) }
  }
  const groups = Object.keys(account.groups)

  for (const index of many(fill.users)) {
    const name = numbered('person', index)
    const id = newId(world, 'AIDA', account.id)
    putOnShelf(account.users, name, {
      name,
      path: '/',
      id,
      created: created(index),
      inline: {},
      attached: [],
      groups: groups.length > 0 ? [pick(groups, index)] : [],
      tags: [],
      accessKeys: [],
      mfaDevices: [],
    })
    putOnShelf(world.principals, id, userArn(account.id, '/', name))
  }

  for (const index of many(fill.roles)) {
    const service = pick(services, index)
    const name = numbered(`${service}-role`, index)
    const id = newId(world, 'AROA', account.id)
    putOnShelf(account.roles, name, {
      name,
      path: '/',
      id,
      created: created(index),
      trustPolicy: serviceTrust(service),
      maxSessionDuration: 3600,
      inline: {},
      attached: some(index),
      tags: [],
    })
    putOnShelf(world.principals, id, roleArn(account.id, '/', name))
  }

  for (const index of many(fill.buckets)) {
    const name = numbered(`data-${account.id}`, index)
    const bucket = {
      name,
      region: 'us-east-1',
      created: created(index),
      tags: [],
      objects: {},
    }
    account.buckets[name] = bucket
  }
}
