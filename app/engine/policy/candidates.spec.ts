import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authorize } from '../evaluate/authorize'
import type { AuthorizationRequest } from '../evaluate/decision'
import { printRef } from '../evaluate/ref'

const user = {
  type: 'user' as const,
  arn: 'arn:aws:iam::111122223333:user/Stuart',
  account: '111122223333',
}

const keys = fc.constantFrom(
  'aws:PrincipalTag/team',
  'AWS:principaltag/TEAM',
  'aws:RequestedRegion'
)
const operators = fc.constantFrom(
  'StringEquals',
  'StringEqualsIfExists',
  'StringNotEquals',
  'StringLike',
  'ForAnyValue:StringEquals'
)
const values = fc.constantFrom('red', 'blue', 'green', '${aws:username}')
const condition = fc
  .tuple(operators, keys, fc.oneof(values, fc.array(values, { maxLength: 2 })))
  .map(([operator, key, wanted]) => ({ [operator]: { [key]: wanted } }))
const statement = fc.record(
  {
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    Action: fc.constantFrom('s3:*', 's3:GetObject', 'ec2:*'),
    Resource: fc.constantFrom('*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::c/*'),
    Condition: condition,
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] }
)
const value = fc.constantFrom('red', 'blue', '')
const context = fc.record(
  {
    'aws:PrincipalTag/team': fc.oneof(value, fc.array(value, { maxLength: 2 })),
    'aws:RequestedRegion': value,
  },
  { requiredKeys: [] }
)

test('what a request does not look at would not have applied', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 40 }), context, (Statement, given) => {
      const request: AuthorizationRequest = {
        principal: user,
        action: 's3:GetObject',
        resource: { arn: 'arn:aws:s3:::b/x' },
        context: given,
      }
      const { verdict, decidedBy, trace } = authorize(request, {
        identity: [{ Version: '2012-10-17', Statement }],
      })
      // the trace looks at every statement, whatever it asks for
      const applying = trace
        .flatMap(({ statements }) => statements)
        .filter((s) => s.applies)
      const denies = applying.filter(({ effect }) => effect === 'Deny')
      expect(decidedBy.map(printRef)).toEqual(
        (denies.length > 0 ? denies : applying).map(printRef)
      )
      const outcome = applying.length > 0 ? 'Allow' : 'ImplicitDeny'
      expect(verdict).toBe(denies.length > 0 ? 'ExplicitDeny' : outcome)
    }),
    { numRuns: 2000 }
  )
})
