import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail'
import { CreateUserCommand } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { rootArn, userArn } from '~/engine/spec-cloud'
import { specEndpoint, thrown } from '../spec-endpoint'
import { bodyText, type Plain, signed, unsigned } from '../spec-signing'

let spec: Awaited<ReturnType<typeof specEndpoint>>

beforeAll(async () => {
  spec = await specEndpoint(Date.now)
  for (const UserName of ['Stuart', 'Ada']) {
    await spec.admin.iam.send(new CreateUserCommand({ UserName }))
  }
})

afterAll(() => spec.close())

describe('with the SDK', () => {
  test('the history is what the engine answers', async () => {
    const input = {
      LookupAttributes: [
        { AttributeKey: 'EventName' as const, AttributeValue: 'CreateUser' },
      ],
      StartTime: new Date('2026-01-15T08:00:00Z'),
      EndTime: new Date('2026-01-15T10:00:00Z'),
      MaxResults: 1,
    }
    const { $metadata: _, ...answer } = await spec.admin.cloudTrail.send(
      new LookupEventsCommand(input)
    )
    await spec.cloud.settled()
    expect(answer).toEqual(await spec.root().cloudTrail.lookupEvents(input))
    expect(answer.Events?.[0]?.EventTime).toEqual(new Date('2026-01-15T09:00:00Z'))
    expect(answer.NextToken).toBeDefined()
  })

  test('a refusal has the name that such services give it', async () => {
    const stuart = spec.as(userArn('Stuart')).cloudTrail
    expect(await thrown(stuart.send(new LookupEventsCommand({})))).toMatchObject({
      name: 'AccessDeniedException',
      status: 400,
      message: expect.stringContaining(
        'is not authorized to perform: cloudtrail:LookupEvents'
      ),
    })
  })
})

describe('on the wire', () => {
  const lookup = (body: string, target = 'CloudTrail_20131101.LookupEvents'): Plain => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body,
  })
  const root = () => spec.cloud.credentialsFor(rootArn())

  async function answer(plain: Plain, by = root()) {
    const response = await spec.handle(await signed(by, plain, { service: 'cloudtrail' }))
    return { status: response.status, ...JSON.parse(bodyText(response)) }
  }

  test('the target may have its package in front', async () => {
    const target = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents'
    expect(await answer(lookup('{}', target))).toMatchObject({
      status: 200,
      Events: expect.any(Array),
    })
  })

  test.each(['DynamoDB_20120810.ListTables', 'CloudTrail_20131101.Dance', ''])(
    'the target %j is no operation',
    async (target) => {
      expect(await answer(lookup('{}', target))).toMatchObject({
        status: 400,
        __type: 'UnknownOperationException',
      })
    }
  )

  test.each([
    '{',
    '[]',
    '{"MaxResults":"1"}',
    '{"MaxResults":1.5}',
    '{"StartTime":"now"}',
    '{"LookupAttributes":{}}',
  ])('the body %s cannot be read', async (body) => {
    expect(await answer(lookup(body))).toMatchObject({
      status: 400,
      __type: 'SerializationException',
    })
  })

  test('signatures are refused by the names of the protocol', async () => {
    const wrong = { ...root(), secretAccessKey: 'x' }
    expect(await answer(lookup('{}'), wrong)).toMatchObject({
      status: 400,
      __type: 'InvalidSignatureException',
    })
    expect(await answer(lookup('{}'), { ...root(), accessKeyId: 'AKIA' })).toMatchObject({
      __type: 'UnrecognizedClientException',
    })
    const { status, body } = await spec.handle(unsigned(lookup('{}')))
    expect({ status, ...JSON.parse(String(body)) }).toEqual({
      status: 400,
      __type: 'MissingAuthenticationTokenException',
      message: 'Request is missing Authentication Token',
    })
  })
})
