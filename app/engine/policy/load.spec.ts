import { expect, it } from 'vitest'

import { isServiceLoaded, serviceOf } from '../catalog/service-authorization'
import { loadForPolicy, servicesIn } from './load'
import { identity, when } from './spec-checks/case'
import { validatePolicy } from './validate'

const statement = {
  Action: ['s3:Get*', 'SQS:SendMessage', '*', 'GetObject', 'e*:x'],
  Resource: ['arn:aws:sns:eu-west-1:123456789012:topic', '*', 'arn:aws:*:::x'],
}

it('finds the services of actions, ARNs and condition keys', () => {
  const keys = {
    'aws:username': 'a',
    'saml:aud': 'b',
    'kms:ViaService': 'c',
    'x.y:sub': 'd',
  }
  const text = JSON.stringify(when({ StringEquals: keys }, statement))
  expect([...servicesIn(text)].sort()).toEqual(['kms', 's3', 'sns', 'sqs', 'sts'])
})

it.each(['', '{', '[]', 'null', '{"Statement":7}'])('needs nothing for %j', (text) => {
  expect([...servicesIn(text)]).toEqual([])
})

it('makes the checks of a policy complete', async () => {
  const text = JSON.stringify(
    identity({ Action: 'athena:StartQueryExecutions', Resource: '*' })
  )
  expect(isServiceLoaded('athena')).toBe(false)
  expect(validatePolicy(text, 'identity')).toEqual([])
  await loadForPolicy(text)
  expect(serviceOf('athena')).toBeDefined()
  expect(validatePolicy(text, 'identity')).toMatchObject([
    {
      id: 'INVALID_ACTION',
      message:
        'The action athena:StartQueryExecutions does not exist. Did you mean athena:StartQueryExecution?',
    },
  ])
})
