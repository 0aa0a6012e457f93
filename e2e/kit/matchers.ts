/** Matchers that ask the engine, and say why when it answers otherwise. */
import { expect as base, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { PrincipalRef } from '~/data/hook-contract'
import type { Assert } from '~/labs/assertion'
import { type A11yOptions, violationsOf } from './accessibility'
import { type Decided, Understudy } from './understudy'

type Result = { pass: boolean; message: () => string; name: string }

const named = (principal: PrincipalRef) =>
  typeof principal === 'string'
    ? principal
    : `${principal.user}${principal.via ? ` as ${principal.via}` : ''}`

/** What the engine looked at, for the report of a test that failed. */
async function attachTrace(decision: Decided) {
  const { why, verdict, reason, request, trace } = decision
  await test.info().attach(`decision on ${request.action}`, {
    body: JSON.stringify({ why, verdict, reason, request, trace }, null, 2),
    contentType: 'application/json',
  })
}

type Context = Record<string, string | string[]>

/** As `u.decide` takes it. */
type Question = [
  principal: PrincipalRef,
  action: string,
  resource?: string,
  context?: Context,
]

type State = { isNot: boolean }

function mustBeFixture(u: unknown, matcher: string) {
  if (u instanceof Understudy) return
  throw new Error(`${matcher} is about the world: expect(u).${matcher}(…), u the fixture`)
}

async function decided(
  u: Understudy,
  question: Question,
  wanted: 'Allow' | 'deny',
  name: string,
  isNot: boolean
): Promise<Result> {
  mustBeFixture(u, name)
  const [principal, action, resource] = question
  const decision = await u.decide(...question)
  const pass = (decision.verdict === 'Allow') === (wanted === 'Allow')
  if (pass === isNot) await attachTrace(decision)
  const on = resource ? ` on ${resource}` : ''
  const verb = wanted === 'Allow' ? 'be allowed' : 'be denied'
  return {
    name,
    pass,
    message: () =>
      `${named(principal)} was${isNot ? ' not' : ''} expected to ${verb} ${action}${on}.\n` +
      `${decision.verdict}: ${decision.why}`,
  }
}

const assuming = (user: string, role: string, context?: Context): Question => [
  user,
  'sts:AssumeRole',
  role,
  context,
]

async function toBe(
  u: Understudy,
  assertion: Assert,
  name: string,
  isNot: boolean
): Promise<Result> {
  mustBeFixture(u, name)
  const { ok, reason } = await u.check(assertion)
  return {
    name,
    pass: ok,
    message: () =>
      `${JSON.stringify(assertion)} was expected ${isNot ? 'not ' : ''}to be so.\n${reason}`,
  }
}

const text = (value: string | RegExp) => (typeof value === 'string' ? value : String(value))

/** A message of the page's bar of messages, by what it says. */
const flashOf = (page: Page, message: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Notifications' }).getByText(message)

export const matchers = {
  /** The principal may do it, by every policy that has a say. */
  toAllow(this: State, u: Understudy, ...question: Question) {
    return decided(u, question, 'Allow', 'toAllow', this.isNot)
  },

  /** The principal may not do it, by a deny or for want of an allow. */
  toDeny(this: State, u: Understudy, ...question: Question) {
    return decided(u, question, 'deny', 'toDeny', this.isNot)
  },

  /** The user may assume the role: both of its sides agree. */
  toAllowAssume(this: State, u: Understudy, user: string, role: string, context?: Context) {
    return decided(u, assuming(user, role, context), 'Allow', 'toAllowAssume', this.isNot)
  },

  toDenyAssume(this: State, u: Understudy, user: string, role: string, context?: Context) {
    return decided(u, assuming(user, role, context), 'deny', 'toDenyAssume', this.isNot)
  },

  /** An assertion holds, in the language that labs and takes share. */
  toBeSo(this: State, u: Understudy, assertion: Assert) {
    return toBe(u, assertion, 'toBeSo', this.isNot)
  },

  /** The world has this thing: `user/Stuart`, `role/X`, or one with these fields. */
  toHave(this: State, u: Understudy, ref: string, match?: object) {
    const assertion = match === undefined ? { exists: ref } : { resource: ref, match }
    return toBe(u, assertion, 'toHave', this.isNot)
  },

  /** The page shows a message with this text; waits for it. */
  async toHaveFlash(
    this: { isNot: boolean; timeout: number },
    page: Page,
    message: string | RegExp,
    options: { timeout?: number } = {}
  ): Promise<Result> {
    if (page instanceof Understudy) {
      throw new Error('toHaveFlash is about a page: expect(page).toHaveFlash(…)')
    }
    const flash = flashOf(page, message).first()
    const { isNot } = this
    const timeout = options.timeout ?? this.timeout
    const seen = await flash
      .waitFor({ state: isNot ? 'hidden' : 'visible', timeout })
      .then(() => !isNot)
      .catch(() => isNot)
    return {
      name: 'toHaveFlash',
      pass: seen,
      message: () =>
        `The page was ${isNot ? 'not ' : ''}expected to show the message ${text(message)}.`,
    }
  },

  /**
   * The page, or a part of it, breaks no rule of WCAG 2.2 AA that axe can find. Needs the package
   * `@axe-core/playwright`.
   */
  async toHaveNoA11yViolations(
    this: State,
    target: Page | Locator,
    options: A11yOptions = {}
  ): Promise<Result> {
    const violations = await violationsOf(target, options)
    return {
      name: 'toHaveNoA11yViolations',
      pass: violations.length === 0,
      message: () =>
        violations.length === 0
          ? 'The page was expected to break a rule of accessibility.'
          : violations
              .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.join('\n  ')}`)
              .join('\n'),
    }
  },
}

export const expect = base.extend(matchers)
