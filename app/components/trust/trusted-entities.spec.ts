import { expect, it } from 'vitest'
import { summarizeEntities, trustedEntities, trustsAwsPrincipals } from './trusted-entities'

const trust = (Principal: Record<string, string | string[]>, Effect = 'Allow') => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Principal, Action: 'sts:AssumeRole' }],
})

const user = 'arn:aws:iam::111122223333:user/Stuart'

it.each([
  [trust({ AWS: 'arn:aws:iam::111122223333:root' }), ['Account: 111122223333']],
  [trust({ AWS: user }), [user]],
  [trust({ AWS: '*' }), ['Everyone']],
  [trust({ Service: ['ec2.amazonaws.com'] }), ['AWS Service: ec2']],
  [
    trust({ Federated: 'arn:aws:iam::111122223333:oidc-provider/example.com/id' }),
    ['Identity Provider: example.com/id'],
  ],
  [trust({ AWS: user }, 'Deny'), []],
])('names whom a policy trusts', (document, entities) => {
  expect(trustedEntities(document)).toEqual(entities)
})

it('marks a service-linked role', () => {
  expect(
    trustedEntities(trust({ Service: 'support.amazonaws.com' }), '/aws-service-role/x/')
  ).toEqual(['AWS Service: support (Service-Linked Role)'])
})

it('counts what a list has no room for', () => {
  expect(summarizeEntities(['a', 'b', 'c'])).toBe('a and 2 more')
  expect(summarizeEntities([])).toBe('-')
})

it('offers the switch link only where an AWS principal is trusted', () => {
  expect(trustsAwsPrincipals(trust({ AWS: user }))).toBe(true)
  expect(trustsAwsPrincipals(trust({ Service: 'ec2.amazonaws.com' }))).toBe(false)
})
