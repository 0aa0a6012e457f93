import { createHash, createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'

import type { Credentials } from '~/engine/model'
import { allow, document, rootArn, specCloud, userArn } from '~/engine/spec-cloud'
import { createEndpoint, type EndpointRequest } from '../endpoint'
import {
  bodyText,
  type Plain,
  presigned,
  said,
  signed,
  type Signing,
  textIn,
  unsigned,
} from '../spec-signing'

const date = new Date('2026-03-01T12:00:00Z')
const minutes = (count: number) => new Date(date.getTime() + count * 60_000)
const Bucket = 'lab-bucket'
const note = { path: '/lab-bucket/note.txt' }
const put = { ...note, method: 'PUT', body: 'hello' }

let spec: ReturnType<typeof specCloud>
let root: Credentials
let handle: ReturnType<typeof createEndpoint>

beforeEach(async () => {
  spec = specCloud()
  root = spec.cloud.credentialsFor(rootArn())
  handle = createEndpoint({ cloud: () => spec.cloud, now: () => date.getTime() })
  const { s3, iam } = spec.root()
  await s3.createBucket({ Bucket })
  await s3.putObject({ Bucket, Key: 'note.txt', Body: 'hello' })
  await iam.createUser({ UserName: 'Stuart' })
})

const hash = (algorithm: string, text: string) =>
  createHash(algorithm).update(text).digest('base64')

const sign = (plain: Plain, signing: Signing = {}, by: Credentials = root) =>
  signed(by, plain, { service: 's3', date, ...signing })

const answer = async (request: EndpointRequest | Promise<EndpointRequest>) =>
  handle(await request)

const refused = async (request: EndpointRequest | Promise<EndpointRequest>) =>
  said(await answer(request))

async function spoilt(from: string | RegExp, to: string) {
  const request = await sign(note)
  const authorization = (request.headers.authorization ?? '').replace(from, to)
  return { ...request, headers: { ...request.headers, authorization } }
}

test('what is signed is answered', async () => {
  expect(bodyText(await answer(sign(note)))).toBe('hello')
  expect((await answer(sign(put))).status).toBe(200)
})

describe('refusals', () => {
  test('of another secret show what was to be signed', async () => {
    const response = await answer(sign(note, {}, { ...root, secretAccessKey: 'x' }))
    expect(said(response)).toEqual({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message:
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    })
    expect(textIn(response, 'AWSAccessKeyId')).toBe(root.accessKeyId)
    expect(textIn(response, 'StringToSign')).toMatch(
      /^AWS4-HMAC-SHA256\n20260301T120000Z\n20260301\/us-east-1\/s3\/aws4_request\n[0-9a-f]{64}$/
    )
    expect(textIn(response, 'CanonicalRequest')).toContain('GET\n/lab-bucket/note.txt\n')
  })

  test('of a key that nobody has name it', async () => {
    const response = await answer(sign(note, {}, { ...root, accessKeyId: 'AKIANOBODY' }))
    expect(said(response)).toEqual({
      status: 403,
      code: 'InvalidAccessKeyId',
      message: 'The AWS Access Key Id you provided does not exist in our records.',
    })
    expect(textIn(response, 'AWSAccessKeyId')).toBe('AKIANOBODY')
  })

  test('of a key that is switched off are the same', async () => {
    const { iam } = spec.root()
    const { AccessKey } = await iam.createAccessKey({ UserName: 'Stuart' })
    const key = {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    }
    expect(await refused(sign(note, {}, key))).toMatchObject({ code: 'AccessDenied' })
    await iam.updateAccessKey({
      UserName: 'Stuart',
      AccessKeyId: key.accessKeyId,
      Status: 'Inactive',
    })
    expect(await refused(sign(note, {}, key))).toMatchObject({ code: 'InvalidAccessKeyId' })
  })

  test('of tokens tell a wrong one from one that has expired', async () => {
    expect(await refused(sign(note, {}, { ...root, sessionToken: 'x' }))).toEqual({
      status: 400,
      code: 'InvalidToken',
      message: 'The provided token is malformed or otherwise invalid.',
    })
    spec.later(100_000)
    expect(await refused(sign(note))).toEqual({
      status: 400,
      code: 'ExpiredToken',
      message: 'The provided token has expired.',
    })
  })

  test('of clocks that differ by more than a quarter of an hour give both times', async () => {
    expect((await answer(sign(note, { date: minutes(15) }))).status).toBe(200)
    for (const count of [-16, 16]) {
      const response = await answer(sign(note, { date: minutes(count) }))
      expect(said(response)).toEqual({
        status: 403,
        code: 'RequestTimeTooSkewed',
        message:
          'The difference between the request time and the current time is too large.',
      })
      expect(textIn(response, 'RequestTime')).toMatch(/^20260301T\d{6}Z$/)
      expect(textIn(response, 'ServerTime')).toBe('2026-03-01T12:00:00Z')
      expect(textIn(response, 'MaxAllowedSkewMilliseconds')).toBe('900000')
    }
  })

  test.each([
    [
      /Credential=[^,]+/,
      'Credential=me',
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    ],
    ['us-east-1', 'mars-1', "the region 'mars-1' is wrong; expecting 'us-east-1'"],
    ['/s3/', '/ec2/', 'incorrect service "ec2". This endpoint belongs to "s3".'],
    [
      'aws4_request',
      'aws5',
      'incorrect terminal "aws5". This endpoint uses "aws4_request".',
    ],
    [
      '/20260301/',
      '/20260228/',
      'Invalid credential date "20260228". This date is not the same as X-Amz-Date: "20260301".',
    ],
    [
      /Signature=\w+/,
      '',
      'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
    ],
  ])('of a header with %s as %s say what is malformed', async (from, to, what) => {
    expect(await refused(spoilt(from, to))).toEqual({
      status: 400,
      code: 'AuthorizationHeaderMalformed',
      message: `The authorization header is malformed; ${what}`,
    })
  })

  test('of another kind of authorization', async () => {
    expect(await refused(spoilt('AWS4-HMAC-SHA256', 'Basic'))).toEqual({
      status: 400,
      code: 'InvalidArgument',
      message: 'Unsupported Authorization Type',
    })
    expect(await refused(spoilt('AWS4-HMAC-SHA256', 'AWS'))).toEqual({
      status: 400,
      code: 'InvalidRequest',
      message:
        'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    })
  })

  test('of a header of its own that is not signed', async () => {
    const request = await sign(put)
    const headers = { ...request.headers, 'x-amz-meta-forged': 'yes' }
    const response = await answer({ ...request, headers })
    expect(said(response)).toEqual({
      status: 403,
      code: 'AccessDenied',
      message: 'There were headers present in the request which were not signed',
    })
    expect(textIn(response, 'HeadersNotSigned')).toBe('x-amz-meta-forged')
  })
})

describe('the body', () => {
  test('is what its hash says', async () => {
    const request = await sign(put)
    const body = new TextEncoder().encode('jello')
    const response = await answer({ ...request, body })
    expect(said(response)).toEqual({
      status: 400,
      code: 'XAmzContentSHA256Mismatch',
      message:
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
    })
    expect(textIn(response, 'S3ComputedContentSHA256')).toBe(
      createHash('sha256').update('jello').digest('hex')
    )
    expect(bodyText(await answer(sign(note)))).toBe('hello')
  })

  test('comes with its hash', async () => {
    const request = await sign(put)
    const { 'x-amz-content-sha256': _, ...headers } = request.headers
    expect(await refused({ ...request, headers })).toEqual({
      status: 400,
      code: 'InvalidRequest',
      message: 'Missing required header for this request: x-amz-content-sha256',
    })
  })

  test('need not be signed, if the signature says so', async () => {
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
    const request = await sign({ ...put, headers })
    const body = new TextEncoder().encode('other')
    expect((await answer({ ...request, body })).status).toBe(200)
    expect(bodyText(await answer(sign(note)))).toBe('other')
  })

  test.each([
    ['crc32', '////AA=='],
    ['crc32c', '////AA=='],
    ['crc64nvme', '//////AAAAA='],
    ['sha1', 'x'],
    ['sha256', 'x'],
  ])('fits its %s', async (name, wrong) => {
    const headers = { [`x-amz-checksum-${name}`]: wrong }
    expect(await refused(sign({ ...put, headers }))).toEqual({
      status: 400,
      code: 'BadDigest',
      message: `The ${name.toUpperCase()} you specified did not match the calculated checksum.`,
    })
  })

  // of `123456789`, as the catalogue of such checks has them
  test.each([
    ['crc32', 'y/Q5Jg=='],
    ['crc32c', '4waSgw=='],
    ['crc64nvme', 'rosUhgp5mIg='],
    ['sha1', hash('sha1', '123456789')],
    ['sha256', hash('sha256', '123456789')],
  ])('has this %s, and the answer repeats it', async (name, value) => {
    const headers = { [`x-amz-checksum-${name}`]: value }
    const response = await answer(sign({ ...put, body: '123456789', headers }))
    expect(response).toMatchObject({ status: 200, headers })
  })

  test('fits its MD5', async () => {
    const withMd5 = (text: string) => ({
      ...put,
      headers: { 'content-md5': hash('md5', text) },
    })
    expect((await answer(sign(withMd5('hello')))).status).toBe(200)
    expect(await refused(sign(withMd5('jello')))).toMatchObject({
      code: 'BadDigest',
      message: 'The Content-MD5 you specified did not match what we received.',
    })
    const none = sign({ ...put, headers: { 'content-md5': 'x' } })
    expect(await refused(none)).toMatchObject({ code: 'InvalidDigest' })
  })
})

describe('a signed address', () => {
  const address = (expiresIn: number, at = date, plain: Plain = note) =>
    presigned(root, plain, { service: 's3', date: at, expiresIn })

  test('is good for as long as it says', async () => {
    expect(bodyText(await answer(address(60)))).toBe('hello')
    expect(bodyText(await answer(address(86_400, minutes(-1000))))).toBe('hello')
    const response = await answer(address(60, minutes(-2)))
    expect(said(response)).toEqual({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired',
    })
    expect(textIn(response, 'X-Amz-Expires')).toBe('60')
    expect(textIn(response, 'Expires')).toBe('2026-03-01T11:59:00Z')
    expect(textIn(response, 'ServerTime')).toBe('2026-03-01T12:00:00Z')
  })

  test('puts an object too', async () => {
    const request = await address(60, date, { ...put, body: '' })
    const body = new TextEncoder().encode('from afar')
    expect((await answer({ ...request, body })).status).toBe(200)
    expect(bodyText(await answer(sign(note)))).toBe('from afar')
  })

  test('is good for one object and one method', async () => {
    const request = await address(60)
    const elsewhere = { ...request, url: request.url.replace('note', 'other') }
    expect(await refused(elsewhere)).toMatchObject({ code: 'SignatureDoesNotMatch' })
    expect(await refused({ ...request, method: 'DELETE' })).toMatchObject({
      code: 'SignatureDoesNotMatch',
    })
  })

  test.each([
    [
      '604801',
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    ],
    ['-1', 'X-Amz-Expires must be non-negative'],
    ['soon', 'X-Amz-Expires should be a number'],
  ])('does not take %s seconds', async (seconds, message) => {
    const request = await address(60)
    const url = request.url.replace('X-Amz-Expires=60', `X-Amz-Expires=${seconds}`)
    expect(await refused({ ...request, url })).toEqual({
      status: 400,
      code: 'AuthorizationQueryParametersError',
      message,
    })
  })

  test('is signed in one way', async () => {
    const request = await address(60)
    const url = request.url.replace('AWS4-HMAC-SHA256', 'AWS5')
    expect(await refused({ ...request, url })).toEqual({
      status: 400,
      code: 'AuthorizationQueryParametersError',
      message:
        'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
    })
  })

  test('needs all of its parameters', async () => {
    const request = await address(60)
    for (const name of [
      'Algorithm',
      'Expires',
      'Date',
      'SignedHeaders',
      'Signature',
      'Credential',
    ]) {
      const url = request.url.replace(new RegExp(`X-Amz-${name}=[^&]+&?`), '')
      expect(await refused({ ...request, url })).toMatchObject({
        code: 'AuthorizationQueryParametersError',
        message: expect.stringContaining('Query-string authentication version 4 requires'),
      })
    }
  })
})

describe('somebody who does not sign', () => {
  const denied = { status: 403, code: 'AccessDenied', message: 'Access Denied' }

  test('is refused', async () => {
    for (const plain of [note, put, { path: '/' }, { path: '/lab-bucket' }]) {
      expect(await refused(unsigned(plain))).toEqual(denied)
    }
    expect(await refused(unsigned({ method: 'PUT', path: '/new-bucket' }))).toEqual(denied)
  })

  test('has what the policy of a bucket lets everybody have', async () => {
    const Policy = document({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::lab-bucket/*',
    })
    await spec.root().s3.putBucketPolicy({ Bucket, Policy })
    expect(bodyText(await answer(unsigned(note)))).toBe('hello')
    expect(await refused(unsigned(put))).toEqual(denied)
    expect(await refused(unsigned({ path: '/lab-bucket/missing' }))).toEqual(denied)
  })

  test('is not a user whose policies allow it', async () => {
    const PolicyDocument = allow('s3:*')
    await spec
      .root()
      .iam.putUserPolicy({ UserName: 'Stuart', PolicyName: 'all', PolicyDocument })
    const stuart = spec.cloud.credentialsFor(userArn('Stuart'))
    expect((await answer(sign(note, {}, stuart))).status).toBe(200)
    expect(await refused(unsigned(note))).toEqual(denied)
  })
})

describe('a body in chunks', () => {
  const SIGNED = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest()

  const scope = ['20260301', 'us-east-1', 's3', 'aws4_request']

  function nextSignature(kind: string, previous: string, ...hashes: string[]) {
    const start: string | Buffer = `AWS4${root.secretAccessKey}`
    const key = scope.reduce<string | Buffer>(hmac, start)
    const text = [kind, '20260301T120000Z', scope.join('/'), previous, ...hashes].join('\n')
    return hmac(key, text).toString('hex')
  }

  async function chunked(parts: string[], word: string, trailer = '') {
    const headers = {
      'x-amz-content-sha256': word,
      'content-encoding': 'aws-chunked',
      ...(trailer ? { 'x-amz-trailer': trailer.split(':')[0] ?? '' } : {}),
    }
    const request = await sign({ ...put, headers })
    let previous = /Signature=(\w+)/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const isSigned = word.startsWith(SIGNED)
    const chunks = [...parts, ''].map((part) => {
      if (isSigned) {
        const kind = 'AWS4-HMAC-SHA256-PAYLOAD'
        previous = nextSignature(kind, previous, sha(''), sha(part))
      }
      const size =
        part.length.toString(16) + (isSigned ? `;chunk-signature=${previous}` : '')
      return part === '' ? `${size}\r\n` : `${size}\r\n${part}\r\n`
    })
    const kind = 'AWS4-HMAC-SHA256-TRAILER'
    const last = nextSignature(kind, previous, sha(`${trailer}\n`))
    const end = trailer
      ? `${trailer}\r\n${isSigned ? `x-amz-trailer-signature:${last}\r\n` : ''}`
      : ''
    return { ...request, body: new TextEncoder().encode(`${chunks.join('')}${end}\r\n`) }
  }

  const changed = (request: EndpointRequest, from: string, to: string) => ({
    ...request,
    body: new TextEncoder().encode(
      new TextDecoder().decode(request.body).replace(from, to)
    ),
  })

  const GOOD = 'x-amz-checksum-crc32:y/Q5Jg=='

  test('is put together', async () => {
    expect((await answer(chunked(['1234', '56789'], SIGNED))).status).toBe(200)
    expect(bodyText(await answer(sign(note)))).toBe('123456789')
  })

  test('is signed chunk by chunk', async () => {
    const request = changed(await chunked(['1234', '56789'], SIGNED), '56789', '56780')
    expect(await refused(request)).toMatchObject({ code: 'SignatureDoesNotMatch' })
  })

  test('ends in a checksum', async () => {
    const word = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
    const request = await chunked(['1234', '56789'], word, GOOD)
    expect((await answer(request)).status).toBe(200)
    expect(await refused(changed(request, '1234', '1235'))).toMatchObject({
      code: 'BadDigest',
    })
  })

  test('ends in a checksum that is signed as well', async () => {
    const request = await chunked(['123456789'], `${SIGNED}-TRAILER`, GOOD)
    expect((await answer(request)).status).toBe(200)
    expect(await refused(changed(request, 'y/Q5', 'z/Q5'))).toMatchObject({
      code: 'SignatureDoesNotMatch',
    })
  })

  test.each([
    ['5\r\n', '99999\r\n'],
    ['5\r\n', 'many\r\n'],
    ['\r\n0\r\n', '\r\n'],
    ['1234\r\n', '1234'],
  ])('with %j as %j is no whole body', async (from, to) => {
    const word = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
    const request = changed(await chunked(['1234', '56789'], word), from, to)
    expect(await refused(request)).toEqual({
      status: 400,
      code: 'IncompleteBody',
      message: 'The request body terminated unexpectedly',
    })
  })
})
