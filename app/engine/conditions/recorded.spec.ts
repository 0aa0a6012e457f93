/**
 * What AWS answered when nobody had written it down: recorded answers, most of them of a role's
 * session whose policy holds the condition. Each row says whether the condition is met.
 */
import { describe, expect, test } from 'vitest'

import { authorize } from '../evaluate/authorize'
import type { PolicyDocument } from '../policy/document'

const KEY = 'aws:RequestTag/label'
const ROLE = 'arn:aws:iam::111122223333:role/Painter'

const all = { Effect: 'Allow', Action: '*', Resource: '*' } as const

const documentOf = (...Statement: object[]) =>
  // statements of the grammar's shape, with values that need not make sense
  ({ Version: '2012-10-17', Statement }) as PolicyDocument

type Context = Record<string, string | string[]>

function verdict(statements: object[], type: 'identity' | 'session', context: Context) {
  const identity = type === 'identity' ? documentOf(...statements) : documentOf(all)
  return authorize(
    {
      principal: {
        type: 'role-session',
        arn: 'arn:aws:sts::111122223333:assumed-role/Painter/monday',
        account: '111122223333',
        role: ROLE,
      },
      action: 'iam:TagUser',
      resource: { arn: 'arn:aws:iam::111122223333:user/Ada' },
      context,
    },
    {
      identity: [identity],
      ...(type === 'session' ? { session: [documentOf(...statements)] } : {}),
    }
  ).verdict
}

const granted = (Condition: object, type: 'identity' | 'session', context: Context) =>
  verdict([{ ...all, Condition }], type, context) === 'Allow'

const refused = (Condition: object, type: 'identity' | 'session', context: Context) =>
  verdict([all, { ...all, Effect: 'Deny', Condition }], type, context) === 'ExplicitDeny'

type Row = [operator: string, wanted: string | string[], got: string, met: boolean]

const everywhere: Row[] = [
  ['NumericEquals', '9007199254740993', '9007199254740992', false],
  ['NumericLessThan', '9007199254740993', '9007199254740992', true],
  ['NumericGreaterThan', '-9007199254740992', '-9007199254740993', false],
  ['NumericEquals', '1000000000000000000', '1e18', true],
  ['NumericEquals', '0.10000000000000000', '.1', true],
  ['NumericLessThan', '1e400', '1e399', true],
  ['NumericEquals', '0', '1e-400', false],
  ['NumericEquals', '0', '0e5', true],
  ['NumericEquals', '-0', '0.00000000000000000', true],
  ['NumericGreaterThan', '-1', '0.00000000000000000001', true],
  ['DateEquals', '2031-05-06T07:08:09Z', '2031-05-06T07:08:09.0004Z', true],
  ['DateEquals', '2031-05-06T07:08:09.1231Z', '2031-05-06T07:08:09.1239Z', true],
  ['DateEquals', '2031-05-06T07:08:09.12Z', '2031-05-06T07:08:09.120Z', true],
  ['DateEquals', '2031-05-06T07:08:09.123Z', '2031-05-06T07:08:09.124Z', false],
  ['DateEquals', '2031-05-06T07:08:09Z', '+1935817689', true],
  ['Bool', 'maybe', 'false', true],
  ['Bool', 'maybe', 'true', false],
  ['IpAddress', '::/0', '::ffff:198.51.100.7', false],
  ['NotIpAddress', '::/0', '::ffff:198.51.100.7', true],
  ['IpAddress', '::/96', '::198.51.100.7', false],
  ['NotIpAddress', '::/96', '::198.51.100.7', false],
  ['IpAddress', '2001:db8::6/127', '2001:db8::7', true],
  ['IpAddress', '2001:db8::7', '2001:db8::7:', true],
  ['IpAddress', '2001:db8:::7', '2001:db8::7', true],
  ['IpAddress', '0:2001:db8::7', ':2001:db8::7', true],
  ['StringEqualsIgnoreCase', '\u{10400}', '\u{10428}', false],
  ['StringEqualsIgnoreCase', 'A\u{10400}', 'a\u{10400}', true],
  ['StringEqualsIgnoreCase', 'ΟΔΟΣ', 'οδος', true],
  ['StringEqualsIgnoreCase', 'ΟΔΟΣ', 'οδοσ', false],
  ['StringEqualsIgnoreCase', 'K', '\u212a', true],
  ['StringEqualsIgnoreCase', 's', 'ſ', false],
  ['ArnLike', 'somewhere', 'elsewhere', false],
  ['ArnNotLike', 'somewhere', 'elsewhere', false],
  ['ArnLike', ['arn:aws:iam::*:role/*', 'somewhere'], ROLE, true],
  ['ArnNotLike', ['arn:aws:iam::*:role/*', 'somewhere'], ROLE, false],
]

describe.each(['identity', 'session'] as const)('in a policy of type %s', (type) => {
  test.each(everywhere)('%s %j is met by %j: %s', (operator, wanted, got, met) => {
    const condition = { [operator]: { [KEY]: wanted } }
    expect(granted(condition, type, { [KEY]: got })).toBe(met)
    expect(refused(condition, type, { [KEY]: got })).toBe(met)
  })

  test.each([
    ['ArnLike', 'somewhere'],
    ['ArnNotLike', 'somewhere'],
    ['ArnLike', ['somewhere', 'arn:aws:iam::*:role/*']],
    ['ArnNotLike', ['somewhere', 'arn:aws:iam::*:role/*']],
    ['ArnLike', ['arn:aws:iam::*:user/*', 'somewhere']],
  ])('%s %j, come to with an ARN, counts against the caller', (operator, wanted) => {
    const condition = { [operator]: { [KEY]: wanted } }
    expect(granted(condition, type, { [KEY]: ROLE })).toBe(false)
    expect(refused(condition, type, { [KEY]: ROLE })).toBe(true)
  })
})

/** IAM refuses these elsewhere; STS takes them, and they are like no value. */
const ofSessions: Row[] = [
  ['NumericEquals', 'few', '3', false],
  ['NumericNotEquals', 'few', '3', true],
  ['NumericEquals', ['few', '3'], '3', true],
  ['DateEquals', 'soon', '2031-05-06', false],
  ['DateNotEquals', 'soon', '2031-05-06', true],
  ['IpAddress', 'here', '198.51.100.7', false],
  ['NotIpAddress', 'here', '198.51.100.7', true],
  ['NotIpAddress', 'here', 'there', false],
  ['IpAddress', '2001:db8::7/64', '2001:db8::7', false],
  ['NotIpAddress', '2001:db8::7/64', '2001:db8::7', true],
  ['IpAddress', '::ffff:198.51.100.0/120', '198.51.100.7', false],
]

test.each(ofSessions)(
  'a session’s %s %j is met by %j: %s',
  (operator, wanted, got, met) => {
    const condition = { [operator]: { [KEY]: wanted } }
    expect(granted(condition, 'session', { [KEY]: got })).toBe(met)
    expect(refused(condition, 'session', { [KEY]: got })).toBe(met)
  }
)

test.each([
  ['NumericNotEquals', 'few', '3'],
  ['DateNotEquals', 'soon', '2031-05-06'],
  ['NotIpAddress', '2001:db8::7/64', '2001:db8::7'],
  ['BinaryEquals', '!', '!'],
])('%s %j helps no Allow and weakens no Deny elsewhere', (operator, wanted, got) => {
  const condition = { [operator]: { [KEY]: wanted } }
  expect(granted(condition, 'identity', { [KEY]: got })).toBe(false)
  expect(refused(condition, 'identity', { [KEY]: got })).toBe(true)
})

describe('an ARN that a variable stands for', () => {
  const wanted = 'aws:RequestTag/wanted'
  const like = { ArnLike: { [KEY]: '${aws:RequestTag/wanted}' } }
  const notLike = { ArnNotLike: { [KEY]: '${aws:RequestTag/wanted}' } }
  const beneath = { ArnLike: { [KEY]: '${aws:RequestTag/wanted}/*' } }

  test('is compared when it is one', () => {
    const context = { [KEY]: ROLE, [wanted]: ROLE }
    expect(granted(like, 'identity', context)).toBe(true)
    expect(granted(notLike, 'identity', context)).toBe(false)
    expect(granted(like, 'identity', { ...context, [KEY]: `${ROLE}s` })).toBe(false)
    expect(granted(beneath, 'identity', { ...context, [KEY]: `${ROLE}/x` })).toBe(true)
  })

  test('keeps its stars as plain characters', () => {
    const context = { [KEY]: ROLE, [wanted]: 'arn:aws:iam::*:role/*' }
    expect(granted(like, 'identity', context)).toBe(false)
  })

  test('counts against the caller when it is none', () => {
    const context = { [KEY]: ROLE, [wanted]: 'somewhere' }
    for (const condition of [like, notLike]) {
      expect(granted(condition, 'session', context)).toBe(false)
      expect(refused(condition, 'session', context)).toBe(true)
    }
  })

  test('is like nothing when it is missing', () => {
    expect(granted(like, 'identity', { [KEY]: ROLE })).toBe(false)
    expect(granted(notLike, 'identity', { [KEY]: ROLE })).toBe(true)
  })
})
