/**
 * Questions to the engine that change nothing: what would happen, and why.
 */
import { rootArn } from './arn'
import { type Caller, roleCaller, rootCaller, sessionNameFor, userCaller } from './caller'
import { consider } from './consider'
import type { Context } from './context'
import { serviceError } from './errors'
import type { Decision } from './evaluate/decision'
import type { Account, Role, Session, World } from './model'
import { onShelf } from './shelf'
import { findByArn } from './world'

export type Question = {
  /** ARN of a user, a role, a role session or an account's root. */
  principal: string
  /** ARN of a role through which the principal acts; the session is taken as held. */
  via?: string
  action: string
  /** ARN; `*` when left out. */
  resource?: string
  /** Wins over what a call from the console would carry. */
  context?: Context
}

/** As a console session begun this moment, without MFA, would look. */
function sessionOf(account: string, now: string, identity: Session['identity']): Session {
  return {
    accessKeyId: '',
    secretAccessKey: '',
    sessionToken: '',
    account,
    issued: now,
    expires: now,
    mfa: false,
    console: true,
    identity,
  }
}

const asRole = (account: Account, role: Role, name: string, now: string) =>
  roleCaller(
    account,
    role,
    name,
    sessionOf(account.id, now, {
      type: 'role',
      roleId: role.id,
      roleName: role.name,
      sessionName: name,
      chained: false,
      tags: [],
      transitiveTagKeys: [],
      policies: [],
    })
  )

function callerOf(world: World, arn: string, now: string): Caller {
  const root = Object.values(world.accounts).find((account) => rootArn(account.id) === arn)
  if (root) return rootCaller(root, sessionOf(root.id, now, { type: 'root' }))
  const assumed = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(arn)
  const account = world.accounts[assumed?.[1] ?? '']
  const role = account && onShelf(account.roles, assumed?.[2])
  if (account && role) return asRole(account, role, assumed?.[3] ?? '', now)
  const found = findByArn(world, arn)
  if (found?.kind === 'user' && found.account) {
    const identity = { type: 'user' as const, userId: found.user.id }
    const session = sessionOf(found.account.id, now, identity)
    return userCaller(found.account, found.user, arn, session)
  }
  if (found?.kind === 'role' && found.account) {
    return asRole(found.account, found.role, 'understudy', now)
  }
  throw serviceError('NoSuchEntity', `no user, role or account has the ARN ${arn}`)
}

export function callerOfQuestion(world: World, question: Question, now: string): Caller {
  const caller = callerOf(world, question.principal, now)
  const found = question.via === undefined ? undefined : findByArn(world, question.via)
  if (question.via === undefined) return caller
  if (found?.kind !== 'role' || !found.account) {
    throw serviceError('NoSuchEntity', `no role has the ARN ${question.via}`)
  }
  return asRole(found.account, found.role, sessionNameFor(caller), now)
}

export function answer(world: World, question: Question, now: string): Decision {
  const caller = callerOfQuestion(world, question, now)
  const isAssume = question.action.toLowerCase() === 'sts:assumerole'
  // the session is named as the console would name it
  const own: Context = isAssume ? { 'sts:RoleSessionName': sessionNameFor(caller) } : {}
  const target = { arn: question.resource ?? '*' }
  return consider(world, caller, question.action, target, now, {
    ...own,
    ...question.context,
  })
}
