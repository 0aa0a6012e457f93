/** Whatever is sent, the answer is one of AWS's and nothing breaks. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import type { Credentials } from '~/engine/model'
import { rootArn, specCloud } from '~/engine/spec-cloud'
import { createEndpoint } from './endpoint'
import { loadTable } from './shapes'
import { form, type Plain, said, signed, unsigned } from './spec-signing'

const spec = specCloud()
const root: Credentials = spec.cloud.credentialsFor(rootArn())
const handle = createEndpoint({ cloud: () => spec.cloud, now: Date.now })

beforeAll(async () => {
  await spec.root().s3.createBucket({ Bucket: 'lab-bucket' })
})

/** Hundreds of requests in one test; milliseconds. */
const LONG = 60_000

const isBroken = (status: number) => status === 500 || status < 200 || status > 501

describe('parameters', async () => {
  const { iam, sts } = { iam: await loadTable('iam'), sts: await loadTable('sts') }

  test.each([
    ['iam', iam],
    ['sts', sts],
  ] as const)(
    'no operation of %s breaks when it gets none',
    { timeout: LONG },
    async (service, table) => {
      for (const Action of Object.keys(table.operations)) {
        const plain = form({ Action, Version: table.version })
        const { status } = await handle(await signed(root, plain, { service }))
        expect([Action, isBroken(status)]).toEqual([Action, false])
      }
    }
  )

  test('odd names and values are refused, or passed over', { timeout: LONG }, async () => {
    const name = fc.oneof(
      fc.constantFrom(
        'Tags',
        'Tags.member.1',
        'Tags.member.1.Key',
        'UserName',
        '__proto__'
      ),
      fc.string()
    )
    const fields = fc.dictionary(name, fc.string(), { maxKeys: 6 })
    await fc.assert(
      fc.asyncProperty(fields, async (more) => {
        const plain = form({ ...more, Action: 'CreateUser', Version: '2010-05-08' })
        const { status } = await handle(await signed(root, plain))
        expect(isBroken(status)).toBe(false)
      }),
      { numRuns: 200, seed: 1 }
    )
  })
})

describe('requests', () => {
  test('of any form get an answer', { timeout: LONG }, async () => {
    const request = fc.record({
      method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'x'),
      url: fc.oneof(
        fc.webPath().map((path) => `/${path}`),
        fc.string(),
        fc.constantFrom('/%', '/a/%ff', '//', '/?%=%', 'http://x/y', '*', '/lab-bucket/..')
      ),
      headers: fc.dictionary(
        fc.constantFrom(
          'host',
          'authorization',
          'x-amz-target',
          'x-amz-date',
          'content-type'
        ),
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            'AWS4-HMAC-SHA256 Credential=a/b/c/s3/aws4_request,SignedHeaders=host,Signature=x',
            'AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;, Signature=',
            'AWS4-HMAC-SHA256',
            '20260101T000000Z'
          )
        )
      ),
      body: fc.uint8Array(),
    })
    await fc.assert(
      fc.asyncProperty(request, async (each) => {
        const { status } = await handle(each)
        expect(isBroken(status)).toBe(false)
        expect(status).not.toBe(200)
      }),
      { numRuns: 500, seed: 2 }
    )
  })

  const lab = '/lab-bucket'

  test.each<[string, Plain, string, number]>([
    ['a bad escape', { path: '/lab-bucket/%zz' }, 'InvalidURI', 400],
    ['bytes that are no text', { path: '/lab-bucket/%ff' }, 'InvalidURI', 400],
    [
      'a number that is none',
      { path: lab, query: { 'max-keys': 'x' } },
      'InvalidArgument',
      400,
    ],
    [
      'a number that is too large',
      { path: lab, query: { 'max-keys': '99999999999' } },
      'InvalidArgument',
      400,
    ],
    [
      'a token of nobody’s',
      { path: lab, query: { 'list-type': '2', 'continuation-token': '%' } },
      'InvalidArgument',
      400,
    ],
    ...[
      '<',
      '<Delete>',
      '<Other/>',
      '<Delete><Odd/></Delete>',
      '<!DOCTYPE x><Delete/>',
      '\0',
    ].map((body): [string, Plain, string, number] => [
      `the XML ${JSON.stringify(body)}`,
      { method: 'POST', path: lab, query: { delete: '' }, body },
      'MalformedXML',
      400,
    ]),
    ['a method of nobody’s', { method: 'PATCH', path: lab }, 'NotImplemented', 501],
  ])('S3 says what is wrong with %s', async (_, plain, code, status) => {
    const isSpoilt = plain.path?.includes('%')
    const request = isSpoilt
      ? unsigned(plain)
      : await signed(root, plain, { service: 's3' })
    expect(said(await handle(request))).toMatchObject({ code, status })
  })

  test('a body that is too large is refused by S3 in its own words', async () => {
    const request = await signed(
      root,
      { method: 'PUT', path: '/lab-bucket/a' },
      { service: 's3' }
    )
    const body = new Uint8Array(16 * 1024 * 1024 + 1)
    expect(said(await handle({ ...request, body }))).toMatchObject({
      code: 'EntityTooLarge',
      status: 400,
    })
  })
})
