/** Who can assume this role? */
import { roleArn as arnOf, userArn } from '../arn'
import type { Decision } from '../evaluate/decision'
import { showTrustPolicy } from '../operations/trust'
import type { Account, World } from '../model'
import { compilePolicy } from '../policy/compile'
import { documentOf } from '../policy/kept'
import { answer } from '../question'
import { allOf } from '../shelf'
import { findByArn } from '../world'

export type Assumer = {
  /** ARN of a user or role. */
  principal: string
  decision: Decision
}

export type Assumers = {
  /** Everybody in the world who may assume the role now, by ARN. */
  inWorld: Assumer[]
  /**
   * Whom the trust policy names besides, and whose own policies are not here to be asked:
   * services, identity providers, `*`, and accounts outside of the world.
   */
  outside: string[]
}

/**
 * Asks for every user and every role. `now` is an ISO time; the AWS managed policies of the
 * world have to be loaded (`cloud.ready`). A role that is not there can be assumed by nobody.
 */
export function whoCanAssume(world: World, role: string, now: string): Assumers {
  const found = findByArn(world, role)
  if (found?.kind !== 'role') return { inWorld: [], outside: [] }
  const ask = (principal: string) => ({
    principal,
    decision: answer(world, { principal, action: 'sts:AssumeRole', resource: role }, now),
  })
  const inWorld = Object.values(world.accounts)
    .flatMap(principalsOf)
    .map(ask)
    .filter(({ decision }) => decision.verdict === 'Allow')
    .toSorted((a, b) => (a.principal < b.principal ? -1 : 1))
  return { inWorld, outside: namedOutside(world, found.role.trustPolicy) }
}

const principalsOf = ({ id, users, roles }: Account) => [
  ...allOf(users).map(({ path, name }) => userArn(id, path, name)),
  ...allOf(roles).map(({ path, name }) => arnOf(id, path, name)),
]

function namedOutside(world: World, trustPolicy: string) {
  const document = documentOf(showTrustPolicy(world, trustPolicy))
  const named = compilePolicy(document)
    .statements.filter(({ effect }) => effect === 'Allow')
    .flatMap(({ principal }) => (principal?.not ? [] : (principal?.matcher.wanted ?? [])))
  return [...new Set(named)].filter((text) => !isOfWorld(world, text)).toSorted()
}

function isOfWorld(world: World, text: string) {
  const account = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(text)?.[1]
  return account !== undefined && account in world.accounts && !isProvider(text)
}

const isProvider = (text: string) => /:(?:saml|oidc)-provider\//.test(text)
