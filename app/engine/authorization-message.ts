/**
 * A refusal as services hand it out for `DecodeAuthorizationMessage`: unreadable to whoever is
 * refused, and clear to whoever may decode it. Ours is packed, not encrypted.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
import { sha1 } from '@noble/hashes/legacy.js'
import { fromBase64, toBase64 } from './base64'
import type { Decision, StatementTrace } from './evaluate/decision'

const items = <T>(list: T[]) => ({ items: list })

const values = (list: string[]) => items(list.map((value) => ({ value })))

const statementOf = ({ sid, effect, action, resource, conditions }: StatementTrace) => ({
  statementId: sid ?? '',
  effect: effect.toUpperCase(),
  principals: values([]),
  principalGroups: values([]),
  actions: values(action.wanted),
  resources: values(resource.wanted),
  conditions: items(conditions.map(({ key, wanted }) => ({ key, values: values(wanted) }))),
})

/** The statements that applied: those that deny, where one does. */
const matched = ({ trace, verdict }: Decision) =>
  trace
    .flatMap(({ statements }) => statements)
    .filter(
      ({ applies, effect }) =>
        applies && effect === (verdict === 'ExplicitDeny' ? 'Deny' : 'Allow')
    )

function messageOf(decision: Decision) {
  const { principal, action, resource, context = {} } = decision.request
  const name = context['aws:username']
  const id = context['aws:userid']
  return {
    allowed: decision.verdict === 'Allow',
    explicitDeny: decision.verdict === 'ExplicitDeny',
    matchedStatements: items(matched(decision).map(statementOf)),
    failures: items([]),
    context: {
      principal: {
        ...(id === undefined ? {} : { id }),
        ...(name === undefined ? {} : { name }),
        arn: principal.arn ?? '',
      },
      action,
      resource: resource.arn,
      conditions: items(
        Object.entries(context).map(([key, value]) => ({
          key,
          values: values(typeof value === 'string' ? [value] : value),
        }))
      ),
    },
  }
}

const seal = (body: Uint8Array) => sha1(body).subarray(0, 8)

/** What a service adds to a refusal as its encoded message. */
export function encodeAuthorizationMessage(decision: Decision): string {
  const body = new TextEncoder().encode(JSON.stringify(messageOf(decision)))
  const whole = new Uint8Array([...seal(body), ...body])
  return toBase64(whole).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The message as JSON, or nothing where it is not one of ours, whole. */
export function readAuthorizationMessage(encoded: string): string | undefined {
  if (!/^[\w-]+$/.test(encoded) || encoded.length % 4 === 1) return undefined
  const whole = fromBase64(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  const body = whole.subarray(8)
  const expected = seal(body)
  if (!expected.every((byte, at) => whole[at] === byte)) return undefined
  return new TextDecoder().decode(body)
}
