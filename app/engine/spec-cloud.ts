/** What specs of the engine begin with: two accounts, a clock to turn, and people in a word. */
import { isServiceError } from './errors'
import { createCloud, DEFAULT_TIME } from './cloud'
import type { Journal } from './store'
import { newWorld } from './world'

export const HOME = '111122223333'
export const AWAY = '444455556666'

export const userArn = (name: string, account = HOME) =>
  `arn:aws:iam::${account}:user/${name}`
export const roleArn = (name: string, account = HOME) =>
  `arn:aws:iam::${account}:role/${name}`
export const policyArn = (name: string, account = HOME) =>
  `arn:aws:iam::${account}:policy/${name}`
export const rootArn = (account = HOME) => `arn:aws:iam::${account}:root`

type Statement = Record<string, unknown>

export const document = (...Statement: Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement })

export const allow = (Action: string | string[], Resource: string | string[] = '*') =>
  document({ Effect: 'Allow', Action, Resource })

export const deny = (Action: string | string[], Resource: string | string[] = '*') =>
  document({ Effect: 'Deny', Action, Resource })

/** A trust policy for principals of AWS, or of another kind. */
export const trusting = (principal: unknown, more: Statement = {}) =>
  document({
    Effect: 'Allow',
    Principal: typeof principal === 'object' ? principal : { AWS: principal },
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    ...more,
  })

type Options = { rng?: number; namedPrincipalSuffices?: boolean; journal?: Journal }

export function specCloud({ rng, namedPrincipalSuffices = true, journal }: Options = {}) {
  const time = { now: DEFAULT_TIME }
  const world = newWorld([{ id: HOME, rootPassword: 'Root-1234' }, { id: AWAY }], rng)
  world.rules.namedPrincipalSuffices = namedPrincipalSuffices
  const cloud = createCloud({
    world,
    clock: { now: () => time.now },
    ...(journal ? { journal } : {}),
  })
  return {
    cloud,
    client: (principal: string) => cloud.client(cloud.credentialsFor(principal)),
    root: (account = HOME) => cloud.client(cloud.credentialsFor(rootArn(account))),
    now: () => time.now,
    later(seconds: number) {
      time.now = new Date(Date.parse(time.now) + seconds * 1000).toISOString()
    },
  }
}

/** `Code: message` and status of a refusal; anything else that is thrown goes on. */
export async function refusal(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { code: error.code, message: error.message, status: error.status }
  }
  throw new Error('the call was not refused')
}
