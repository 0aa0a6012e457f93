import { beforeEach, describe, expect, test } from 'vitest'

import type { Credentials } from '~/engine/model'
import { rootArn, specCloud, userArn } from '~/engine/spec-cloud'
import { createEndpoint, type EndpointRequest } from '../endpoint'
import {
  form,
  type Plain,
  presigned,
  said,
  signed,
  type Signing,
  textIn,
  unsigned,
} from '../spec-signing'

const NOW = '2026-03-01T12:00:00Z'
const date = new Date(NOW)
const minutes = (count: number) => new Date(date.getTime() + count * 60_000)

const listUsers = form({ Action: 'ListUsers', Version: '2010-05-08' })
const identity = form({ Action: 'GetCallerIdentity', Version: '2011-06-15' })
const sts = { service: 'sts' }

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'

const invalidToken = {
  status: 403,
  code: 'InvalidClientTokenId',
  message: 'The security token included in the request is invalid.',
}

let spec: ReturnType<typeof specCloud>
let root: Credentials
let handle: ReturnType<typeof createEndpoint>

beforeEach(async () => {
  spec = specCloud()
  root = spec.cloud.credentialsFor(rootArn())
  handle = createEndpoint({ cloud: () => spec.cloud, now: () => date.getTime() })
  await spec.root().iam.createUser({ UserName: 'Stuart' })
})

const sign = (plain: Plain, signing: Signing = {}, by: Credentials = root) =>
  signed(by, plain, { date, ...signing })

const answer = async (request: EndpointRequest | Promise<EndpointRequest>) =>
  handle(await request)

const refused = async (request: EndpointRequest | Promise<EndpointRequest>) =>
  said(await answer(request))

/** The header with a part of it changed. */
async function spoilt(from: string | RegExp, to: string) {
  const request = await sign(listUsers)
  const authorization = (request.headers.authorization ?? '').replace(from, to)
  return { ...request, headers: { ...request.headers, authorization } }
}

async function longTermKey() {
  const { AccessKey } = await spec.root().iam.createAccessKey({ UserName: 'Stuart' })
  return {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  }
}

test('what is signed is answered, in any Region', async () => {
  expect((await answer(sign(listUsers))).status).toBe(200)
  expect((await answer(sign(identity, { ...sts, region: 'eu-west-3' }))).status).toBe(200)
})

test('who signs is who calls', async () => {
  const response = await answer(sign(identity, sts, await longTermKey()))
  expect(textIn(response, 'Arn')).toBe(userArn('Stuart'))
})

test('a request without a signature is missing it', async () => {
  expect(await refused(unsigned(listUsers))).toEqual({
    status: 403,
    code: 'MissingAuthenticationToken',
    message: 'Request is missing Authentication Token',
  })
})

describe('a signature does not match', () => {
  const mismatch = { status: 403, code: 'SignatureDoesNotMatch', message: MISMATCH }

  test('with another secret', async () => {
    const wrong = { ...root, secretAccessKey: `${root.secretAccessKey}x` }
    expect(await refused(sign(listUsers, {}, wrong))).toEqual(mismatch)
  })

  test('of another body, query, method, path or signed header', async () => {
    const request = await sign(listUsers)
    const spoils: Partial<EndpointRequest>[] = [
      { body: new TextEncoder().encode('Action=ListRoles&Version=2010-05-08') },
      { url: '/?x=1' },
      { url: '//' },
      { headers: { ...request.headers, host: 'elsewhere' } },
    ]
    for (const spoil of spoils) {
      expect(await refused({ ...request, ...spoil })).toEqual(mismatch)
    }
  })

  test('of another length', async () => {
    expect(await refused(spoilt(/Signature=\w+/, 'Signature=abc'))).toEqual(mismatch)
  })

  test('unless the host is signed', async () => {
    expect(await refused(spoilt('host;', ''))).toEqual({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    })
  })
})

describe('the age of a signature', () => {
  test('is a quarter of an hour at most, either way', async () => {
    for (const count of [-15, 15]) {
      expect((await answer(sign(listUsers, { date: minutes(count) }))).status).toBe(200)
    }
  })

  test('is told when it has expired', async () => {
    expect(await refused(sign(listUsers, { date: minutes(-16) }))).toEqual({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message:
        'Signature expired: 20260301T114400Z is now earlier than 20260301T114500Z (20260301T120000Z - 15 min.)',
    })
  })

  test('is told when it is not yet current', async () => {
    expect(await refused(sign(listUsers, { date: minutes(16) }))).toEqual({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message:
        'Signature not yet current: 20260301T121600Z is still later than 20260301T121500Z (20260301T120000Z + 15 min.)',
    })
  })
})

describe('a key', () => {
  test('that nobody has, is not one', async () => {
    expect(
      await refused(sign(listUsers, {}, { ...root, accessKeyId: 'AKIANOBODY' }))
    ).toEqual(invalidToken)
  })

  test('that is switched off or deleted, is as good as none', async () => {
    const key = await longTermKey()
    const of = { UserName: 'Stuart', AccessKeyId: key.accessKeyId }
    const { iam } = spec.root()
    expect((await answer(sign(identity, sts, key))).status).toBe(200)
    await iam.updateAccessKey({ ...of, Status: 'Inactive' })
    expect(await refused(sign(identity, sts, key))).toEqual(invalidToken)
    const wrong = { ...key, secretAccessKey: 'x' }
    expect(await refused(sign(identity, sts, wrong))).toEqual(invalidToken)
    await iam.updateAccessKey({ ...of, Status: 'Active' })
    expect((await answer(sign(identity, sts, key))).status).toBe(200)
    await iam.deleteAccessKey(of)
    expect(await refused(sign(identity, sts, key))).toEqual(invalidToken)
  })

  test('of a session comes with its own token, and a long-term one with none', async () => {
    const { sessionToken: _, ...bare } = root
    expect(await refused(sign(listUsers, {}, bare))).toEqual(invalidToken)
    expect(await refused(sign(listUsers, {}, { ...root, sessionToken: 'x' }))).toEqual(
      invalidToken
    )
    const odd = { ...(await longTermKey()), sessionToken: 'x' }
    expect(await refused(sign(identity, sts, odd))).toEqual(invalidToken)
  })

  test('of a session ends with it', async () => {
    spec.later(100_000)
    expect(await refused(sign(listUsers))).toEqual({
      status: 403,
      code: 'ExpiredToken',
      message: 'The security token included in the request is expired',
    })
  })

  test('of a user who is gone opens nothing', async () => {
    const session = spec.cloud.credentialsFor(userArn('Stuart'))
    await spec.root().iam.deleteUser({ UserName: 'Stuart' })
    expect(await refused(sign(identity, sts, session))).toEqual(invalidToken)
  })
})

describe('the scope of a signature', () => {
  test.each([
    [
      'us-east-1',
      'mars-1',
      "Credential should be scoped to a valid region, not 'mars-1'. ",
    ],
    ['/iam/', '/ec2/', "Credential should be scoped to correct service: 'iam'. "],
    [
      'aws4_request',
      'aws5',
      "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'. ",
    ],
    [
      '/20260301/',
      '/20260228/',
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260228' != '20260301', from '20260301T120000Z'.",
    ],
  ])('with %s as %s is refused', async (from, to, message) => {
    expect(await refused(spoilt(from, to))).toEqual({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message,
    })
  })
})

describe('a signature in bad form', () => {
  const incomplete = (message: unknown) => ({
    status: 400,
    code: 'IncompleteSignature',
    message,
  })

  test('says which parts are missing, and does not repeat the rest', async () => {
    const request = await spoilt(/Signature=\w+/, '')
    const { message, ...rest } = await refused(request)
    expect(rest).toEqual({ status: 400, code: 'IncompleteSignature' })
    expect(message).toMatch(
      /^Authorization header requires 'Signature' parameter\. \(Hashed with SHA-256 and encoded with Base64\) Authorization=[\w+/]{43}=$/
    )
  })

  test.each(['AKIA/20260301/us-east-1/iam', 'AKIA/1/2/3/4/5', ''])(
    'says of the credential %s what it should be',
    async (credential) => {
      const request = spoilt(/Credential=[^,]+/, `Credential=${credential}`)
      expect(await refused(request)).toEqual(
        incomplete(
          credential === ''
            ? expect.stringContaining("requires 'Credential' parameter.")
            : `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`
        )
      )
    }
  )

  test('says that a date is missing, or none', async () => {
    const request = await sign(listUsers)
    const { 'x-amz-date': _, ...headers } = request.headers
    expect(await refused({ ...request, headers })).toEqual(
      incomplete(
        expect.stringContaining("existence of either a 'X-Amz-Date' or a 'Date' header.")
      )
    )
    const bad = { ...headers, 'x-amz-date': 'yesterday' }
    expect(await refused({ ...request, headers: bad })).toEqual(
      incomplete(
        "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601"
      )
    )
  })

  test('by another algorithm counts for none', async () => {
    expect(await refused(spoilt('AWS4-HMAC-SHA256', 'Bearer'))).toMatchObject({
      status: 403,
      code: 'MissingAuthenticationToken',
    })
  })
})

describe('a signed address', () => {
  const plain = { query: { Action: 'GetCallerIdentity', Version: '2011-06-15' } }
  const address = (at: Date, by = root) =>
    presigned(by, plain, { ...sts, date: at, expiresIn: 60 })

  test('says who has made it', async () => {
    const response = await answer(address(date, await longTermKey()))
    expect(textIn(response, 'Arn')).toBe(userArn('Stuart'))
    expect((await answer(address(date))).status).toBe(200)
  })

  test('is good for a quarter of an hour, however long it says', async () => {
    expect((await answer(address(minutes(-14)))).status).toBe(200)
    expect(await refused(address(minutes(-16)))).toMatchObject({
      code: 'SignatureDoesNotMatch',
      message: expect.stringContaining('Signature expired: 20260301T114400Z'),
    })
  })

  test('says which of its parameters are missing', async () => {
    const request = await address(date)
    const url = request.url.replace(/&X-Amz-SignedHeaders=[^&]+/, '')
    expect(await refused({ ...request, url })).toEqual({
      status: 400,
      code: 'IncompleteSignature',
      message:
        "AWS query-string parameters must include 'X-Amz-SignedHeaders'. Re-examine the query-string parameters.",
    })
  })

  test('does not match when a parameter is changed', async () => {
    const request = await address(date)
    expect(await refused({ ...request, url: `${request.url}&x=1` })).toMatchObject({
      code: 'SignatureDoesNotMatch',
      message: MISMATCH,
    })
  })
})
