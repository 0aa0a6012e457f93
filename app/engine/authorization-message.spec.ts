import { expect, test } from 'vitest'
import {
  encodeAuthorizationMessage,
  readAuthorizationMessage,
} from './authorization-message'
import { document, specCloud } from './spec-cloud'

const read = (text: string) => JSON.parse(readAuthorizationMessage(text) ?? 'null')

// https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
test('somebody who does not sign has no name', async () => {
  const { cloud } = specCloud()
  const decision = cloud.decide({
    principal: '*',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
  })
  const encoded = encodeAuthorizationMessage(decision)
  expect(encoded).toMatch(/^[\w-]+$/)
  expect(read(encoded)).toMatchObject({
    allowed: false,
    explicitDeny: false,
    context: {
      principal: { arn: '' },
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
    },
  })
})

test('an allow names the statements that allow, with or without a name of their own', async () => {
  const { cloud, root } = specCloud()
  const { s3 } = root()
  await s3.createBucket({ Bucket: 'open' })
  const open = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::open/*',
  }
  await s3.putBucketPolicy({
    Bucket: 'open',
    Policy: document({ ...open, Sid: 'Open' }, open),
  })
  const asked = { principal: '*', action: 's3:GetObject', resource: 'arn:aws:s3:::open/a' }
  const { allowed, matchedStatements } = read(
    encodeAuthorizationMessage(cloud.decide(asked))
  )
  expect(allowed).toBe(true)
  expect(matchedStatements.items).toMatchObject([
    { statementId: 'Open', effect: 'ALLOW' },
    { statementId: '', effect: 'ALLOW' },
  ])
})

test('a decision made without a context can be sealed too', () => {
  const { cloud } = specCloud()
  const decision = cloud.decide({ principal: '*', action: 's3:GetObject' })
  const request = {
    principal: { type: 'anonymous' as const },
    action: 's3:GetObject',
    resource: { arn: '*' },
  }
  const message = encodeAuthorizationMessage({ ...decision, trace: [], request })
  expect(read(message).context.conditions).toEqual({ items: [] })
})
