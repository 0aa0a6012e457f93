/**
 * Questions to the engine that change nothing: what would happen, and why.
 */
import { type Caller, sessionNameFor } from './caller'
import { consider } from './consider'
import type { Context } from './context'
import { serviceError } from './errors'
import type { Decision } from './evaluate/decision'
import type { World } from './model'
import { asRole, callerNamed } from './question-caller'
import { findByArn } from './world'

export type Question = {
  /**
   * ARN of a user, a role, an account's root, an identity provider, or a session of a role or a
   * federated user; a service such as `ec2.amazonaws.com`; `*` for somebody who does not sign.
   */
  principal: string
  /** ARN of a role through which the principal acts; the session is taken as held. */
  via?: string
  action: string
  /** ARN; `*` when left out. */
  resource?: string
  /** Wins over what a call from the console would carry. */
  context?: Context
}

export function callerOfQuestion(world: World, question: Question, now: string): Caller {
  const caller = callerNamed(world, question.principal, now)
  const found = question.via === undefined ? undefined : findByArn(world, question.via)
  if (question.via === undefined) return caller
  if (found?.kind !== 'role' || !found.account) {
    throw serviceError('NoSuchEntity', `no role has the ARN ${question.via}`)
  }
  return asRole(found.account, found.role, sessionNameFor(caller), now)
}

/** A session is named as the console would name it, and lasts as long as it does by default. */
function assumeContext(caller: Caller): Context {
  const { kind } = caller
  if (kind !== 'user' && kind !== 'role') return {}
  return {
    'sts:RoleSessionName': sessionNameFor(caller),
    'sts:DurationSeconds': '3600',
  }
}

/** Who asks is looked for in the world of now, what they may do in the one that is enforced. */
export function answer(
  world: World,
  question: Question,
  now: string,
  enforced = world
): Decision {
  const caller = callerOfQuestion(world, question, now)
  const isAssume = question.action.toLowerCase() === 'sts:assumerole'
  const own = isAssume ? assumeContext(caller) : {}
  const target = { arn: question.resource ?? '*', context: own }
  return consider(enforced, caller, question.action, target, now, question.context)
}
