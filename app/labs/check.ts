/** Answers assertions. Every answer comes with one sentence that says why. */
import { explainReason, type Decision, type Question, type World } from '~/engine'
import { isServiceError } from '~/engine/errors'
import { describe } from '~/engine/questions/describe'
import { granted } from '~/engine/questions/granted'
import { arnOfRef, resolveRef } from '~/scenarios/refs'
import type { Assert, PrincipalRef } from './assertion'
import { findEvent, type Happened } from './happened'
import { differenceOf } from './match'

/** What assertions are held against. */
export type Situation = {
  /** As it is stored. */
  world: World
  /** ISO time. */
  now: string
  /** By what is enforced. */
  decide(question: Question): Decision
  /** ARNs of who is signed in, and of the role that they act as. */
  session?: { user: string; via?: string }
  /** The path one is at, and the names of the places on the screen. */
  at?: { route: string; places: string[] }
  /** IDs of the last events before the lab and the task began. */
  since?: { lab?: string; task?: string }
}

export type Answer = { ok: boolean; reason: string }

const yes = (reason: string): Answer => ({ ok: true, reason })
const no = (reason: string): Answer => ({ ok: false, reason })
const answer = (ok: boolean, reason: string): Answer => ({ ok, reason })

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

/** The answer to an assertion that has been parsed; changes nothing. */
export function check(assert: Assert, situation: Situation): Answer {
  const { ok, reason } = answerTo(assert, situation)
  return { ok, reason }
}

function answerTo(assert: Assert, situation: Situation): Answer {
  if ('all' in assert) return checkAll(assert.all, situation)
  if ('any' in assert) return checkAny(assert.any, situation)
  if ('not' in assert) {
    const { ok, reason } = check(assert.not, situation)
    return answer(!ok, reason)
  }
  if ('exists' in assert) return checkExists(assert.exists, situation)
  if ('absent' in assert) {
    const { ok, reason } = checkExists(assert.absent, situation)
    return answer(!ok, reason)
  }
  if ('can' in assert) return checkCan(assert, situation)
  if ('cannot' in assert) return checkCannot(assert, situation)
  if ('canAssume' in assert) return assuming(assert.canAssume, assert, situation)
  if ('cannotAssume' in assert) return checkCannotAssume(assert, situation)
  if ('granted' in assert) return everyGrant(assert.granted, assert, situation)
  if ('notGranted' in assert) return noGrant(assert.notGranted, assert, situation)
  if ('session' in assert) return checkSession(assert.session, situation)
  if ('happened' in assert) return checkHappened(assert, situation)
  if ('at' in assert) return checkAt(assert.at, situation)
  return checkResource(assert.resource, assert.match, situation)
}

/** The first that does not hold tells why; where all do, the last one. */
function checkAll(asserts: Assert[], situation: Situation): Answer {
  const answers = asserts.map((each) => check(each, situation))
  return answers.find(({ ok }) => !ok) ?? answers.at(-1) ?? yes('nothing was asked')
}

function checkAny(asserts: Assert[], situation: Situation): Answer {
  const answers = asserts.map((each) => check(each, situation))
  const holding = answers.find(({ ok }) => ok)
  return holding ?? no(answers.map(({ reason }) => reason).join(' '))
}

function checkExists(ref: string, { world }: Situation): Answer {
  const arn = resolveRef(world, ref)
  const isThere = arn !== undefined && (isRoot(arn) || describe(world, arn) !== undefined)
  return answer(isThere, isThere ? `${ref} is there.` : `There is no ${ref}.`)
}

const isRoot = (arn: string) => arn.endsWith(':root')

function checkResource(ref: string, wanted: unknown, { world }: Situation): Answer {
  const arn = resolveRef(world, ref)
  const shape = arn === undefined ? undefined : describe(world, arn)
  if (!shape) return no(`There is no ${ref}.`)
  const difference = differenceOf(wanted, shape)
  return difference ? no(`${ref}: ${difference}.`) : yes(`${ref} is as asked.`)
}

type Asks = { do: string | string[]; on?: string | string[]; ctx?: Question['context'] }

/** Every action with every resource. */
const questionsOf = ({ do: actions, on = '*' }: Asks, world: World) =>
  listOf(actions).flatMap((action) =>
    listOf(on).map((name) => ({ action, resource: toResource(world, name) }))
  )

const things = /^(?:user|role|group|policy|bucket)\//

const toResource = (world: World, name: string) =>
  things.test(name) ? arnOfRef(world, name) : name

type Asked = Answer & { verdict?: Decision['verdict'] }

/** A question about somebody who is not there is answered with no. */
function ask(question: Question, { decide }: Situation): Asked {
  try {
    const decision = decide(question)
    const { verdict } = decision
    return { ...answer(verdict === 'Allow', explainReason(decision)), verdict }
  } catch (error) {
    if (isServiceError(error)) return no(`${error.message}.`)
    throw error
  }
}

const userOf = (who: PrincipalRef) => (typeof who === 'string' ? who : who.user)
const viaOf = (who: PrincipalRef) => (typeof who === 'string' ? undefined : who.via)

function absence(ref: string, { world }: Situation) {
  return resolveRef(world, ref) === undefined ? `There is no ${ref}.` : undefined
}

/** Why a principal cannot act as it is asked to; `undefined` when it can. */
function cannotBe(who: PrincipalRef, situation: Situation): string | undefined {
  const via = viaOf(who)
  const absent = absence(userOf(who), situation)
  if (absent !== undefined || via === undefined) return absent
  const { ok, reason } = assuming(userOf(who), { role: via }, situation)
  return ok ? undefined : reason
}

function asked(who: PrincipalRef, asks: Asks, situation: Situation): Asked[] {
  const { world } = situation
  const via = viaOf(who)
  return questionsOf(asks, world).map(({ action, resource }) =>
    ask(
      {
        principal: arnOfRef(world, userOf(who)),
        ...(via === undefined ? {} : { via: arnOfRef(world, via) }),
        action,
        resource,
        ...(asks.ctx ? { context: asks.ctx } : {}),
      },
      situation
    )
  )
}

function checkCan(assert: Extract<Assert, { can: PrincipalRef }>, situation: Situation) {
  const obstacle = cannotBe(assert.can, situation)
  if (obstacle !== undefined) return no(obstacle)
  const answers = asked(assert.can, assert, situation)
  return answers.find(({ ok }) => !ok) ?? answers[0] ?? no('nothing was asked')
}

function checkCannot(
  assert: Extract<Assert, { cannot: PrincipalRef }>,
  situation: Situation
): Answer {
  const { because, cannot } = assert
  const nobody = absence(userOf(cannot), situation)
  if (nobody !== undefined) return no(nobody)
  const obstacle = cannotBe(cannot, situation)
  if (obstacle !== undefined) return yes(obstacle)
  const answers = asked(cannot, assert, situation)
  const allowed = answers.find(({ ok }) => ok)
  if (allowed) return no(allowed.reason)
  const wanted = because && wantedVerdicts[because]
  const other = wanted && answers.find(({ verdict }) => verdict !== wanted)
  return answer(other === undefined, (other ?? answers[0])?.reason ?? 'nothing was asked')
}

const wantedVerdicts = { explicit: 'ExplicitDeny', implicit: 'ImplicitDeny' } as const

type Assuming = { role: string; ctx?: Question['context'] }

function assuming(user: string, { role, ctx }: Assuming, situation: Situation): Answer {
  const { world } = situation
  const absent = absence(user, situation) ?? absence(role, situation)
  if (absent !== undefined) return no(absent)
  return ask(
    {
      principal: arnOfRef(world, user),
      action: 'sts:AssumeRole',
      resource: arnOfRef(world, role),
      ...(ctx ? { context: ctx } : {}),
    },
    situation
  )
}

/** Nobody assumes a role that is not there; of a user that is not there nothing is said. */
function checkCannotAssume(
  assert: Extract<Assert, { cannotAssume: string }>,
  situation: Situation
): Answer {
  const nobody = absence(assert.cannotAssume, situation)
  if (nobody !== undefined) return no(nobody)
  const { ok, reason } = assuming(assert.cannotAssume, assert, situation)
  return answer(!ok, reason)
}

function grants(who: string, asks: Asks, { world, now }: Situation): Answer[] {
  const principal = arnOfRef(world, who)
  return questionsOf(asks, world).map((question) => {
    const decision = granted(world, { principal, ...question }, now)
    return answer(decision.verdict === 'Allow', explainReason(decision))
  })
}

function everyGrant(who: string, asks: Asks, situation: Situation): Answer {
  const nobody = absence(who, situation)
  if (nobody !== undefined) return no(nobody)
  const answers = grants(who, asks, situation)
  return answers.find(({ ok }) => !ok) ?? answers[0] ?? no('nothing was asked')
}

function noGrant(who: string, asks: Asks, situation: Situation): Answer {
  const nobody = absence(who, situation)
  if (nobody !== undefined) return no(nobody)
  const answers = grants(who, asks, situation)
  const found = answers.find(({ ok }) => ok)
  return found ? no(found.reason) : yes(answers[0]?.reason ?? 'nothing was asked')
}

function checkSession(
  wanted: { user: string; via?: string },
  { world, session }: Situation
): Answer {
  const name = session ? nameOfSession(session) : 'nobody'
  const isUser = session?.user === arnOfRef(world, wanted.user)
  const via = wanted.via === undefined ? undefined : arnOfRef(world, wanted.via)
  return answer(isUser && session?.via === via, `Signed in now: ${name}.`)
}

const short = (arn: string) => arn.slice(arn.lastIndexOf(':') + 1)

const nameOfSession = ({ user, via }: { user: string; via?: string }) =>
  via === undefined ? short(user) : `${short(user)}, acting as ${short(via)}`

function checkHappened(
  { happened, since }: { happened: Happened; since?: 'lab' | 'task' },
  { world, since: marks }: Situation
): Answer {
  const event = findEvent(world, happened, since && marks?.[since])
  return event
    ? yes(`${happened.call} happened at ${event.eventTime}.`)
    : no(`${happened.call} has not happened${happened.by ? ` by ${happened.by}` : ''}.`)
}

function checkAt(wanted: { route?: string; hotspot?: string }, { at }: Situation): Answer {
  if (!at) return no('Nobody is at any page.')
  const isRoute = wanted.route === undefined || isAtRoute(at.route, wanted.route)
  const isSpot = wanted.hotspot === undefined || at.places.includes(wanted.hotspot)
  return answer(
    isRoute && isSpot,
    isRoute && !isSpot ? `${wanted.hotspot} is not on this page.` : `At ${at.route} now.`
  )
}

/** With `:name` for a part that may be anything. */
function isAtRoute(route: string, wanted: string) {
  const [path = ''] = route.split('?')
  const [have, want] = [path.split('/'), wanted.split('/')]
  return (
    have.length === want.length &&
    want.every((part, index) => part.startsWith(':') || part === have[index])
  )
}
