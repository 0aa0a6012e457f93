import { Agent } from 'node:http'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import * as S3 from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import {
  allow,
  AWAY,
  document,
  HOME,
  rootArn,
  specCloud,
  userArn,
} from '~/engine/spec-cloud'
import { methodOf } from '../door'
import { send, specEndpoint, thrown } from '../spec-endpoint'

let spec: Awaited<ReturnType<typeof specEndpoint>>
let s3: S3.S3Client
let Bucket: string
let count = 0

beforeAll(async () => {
  spec = await specEndpoint(Date.now)
  s3 = spec.admin.s3
  await spec.root().iam.createUser({ UserName: 'Stuart' })
})

afterAll(() => spec.close())

beforeEach(async () => {
  Bucket = `lab-bucket-${++count}`
  await s3.send(new S3.CreateBucketCommand({ Bucket }))
})

const put = (Key: string, Body: string | Uint8Array = Key, more = {}) =>
  s3.send(new S3.PutObjectCommand({ Bucket, Key, Body, ...more }))

const get = (Key: string, more = {}) =>
  s3.send(new S3.GetObjectCommand({ Bucket, Key, ...more }))

const text = async (Key: string, more = {}) =>
  (await get(Key, more)).Body?.transformToString()

describe('buckets', () => {
  test('are made where they are wanted, and say where that is', async () => {
    const name = `${Bucket}-eu`
    const made = await s3.send(
      new S3.CreateBucketCommand({
        Bucket: name,
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      })
    )
    expect(made.Location).toBe(`/${name}`)
    const where = await s3.send(new S3.GetBucketLocationCommand({ Bucket: name }))
    expect(where.LocationConstraint).toBe('eu-west-1')
    const here = await s3.send(new S3.GetBucketLocationCommand({ Bucket }))
    expect(here.LocationConstraint).toBeUndefined()
    const head = await s3.send(new S3.HeadBucketCommand({ Bucket: name }))
    expect(head.BucketRegion).toBe('eu-west-1')
  })

  test('are listed as the engine lists them', async () => {
    const { $metadata: _, ...answer } = await s3.send(
      new S3.ListBucketsCommand({ Prefix: Bucket })
    )
    expect(answer).toEqual(await spec.root().s3.listBuckets({ Prefix: Bucket }))
    expect(answer.Buckets).toHaveLength(1)
  })

  test('are deleted when they are empty', async () => {
    await put('a')
    expect(await thrown(s3.send(new S3.DeleteBucketCommand({ Bucket })))).toMatchObject({
      name: 'BucketNotEmpty',
      status: 409,
    })
    await s3.send(new S3.DeleteObjectCommand({ Bucket, Key: 'a' }))
    const { $metadata } = await s3.send(new S3.DeleteBucketCommand({ Bucket }))
    expect($metadata.httpStatusCode).toBe(204)
    expect(
      (await thrown(s3.send(new S3.HeadBucketCommand({ Bucket })))).error
    ).toBeInstanceOf(S3.NotFound)
  })

  test('have a policy', async () => {
    const Policy = document({
      Effect: 'Allow',
      Principal: { AWS: userArn('Stuart') },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    })
    const read = () => s3.send(new S3.GetBucketPolicyCommand({ Bucket }))
    expect(await thrown(read())).toMatchObject({ name: 'NoSuchBucketPolicy', status: 404 })
    const { $metadata } = await s3.send(new S3.PutBucketPolicyCommand({ Bucket, Policy }))
    expect($metadata.httpStatusCode).toBe(204)
    expect((await read()).Policy).toBe(Policy)
    await s3.send(new S3.DeleteBucketPolicyCommand({ Bucket }))
    expect(await thrown(read())).toMatchObject({ name: 'NoSuchBucketPolicy' })
    const bad = s3.send(new S3.PutBucketPolicyCommand({ Bucket, Policy: '{}' }))
    expect(await thrown(bad)).toMatchObject({ name: 'MalformedPolicy', status: 400 })
  })

  test('are refused by the classes of the SDK', async () => {
    const twice = s3.send(new S3.CreateBucketCommand({ Bucket }))
    expect((await thrown(twice)).error).toBeInstanceOf(S3.BucketAlreadyOwnedByYou)
    const theirs = spec.as(rootArn(AWAY)).s3.send(new S3.CreateBucketCommand({ Bucket }))
    expect((await thrown(theirs)).error).toBeInstanceOf(S3.BucketAlreadyExists)
    const none = s3.send(new S3.ListObjectsV2Command({ Bucket: 'nowhere' }))
    const { error } = await thrown(none)
    expect(error).toBeInstanceOf(S3.NoSuchBucket)
    expect(error).toMatchObject({ BucketName: 'nowhere' })
  })

  test('are the account of whom the client expects, or refused', async () => {
    const of = (ExpectedBucketOwner: string) =>
      s3.send(new S3.HeadBucketCommand({ Bucket, ExpectedBucketOwner }))
    await of(HOME)
    expect(await thrown(of(AWAY))).toMatchObject({ status: 403 })
  })
})

describe('objects', () => {
  const keys = [
    'a b+c/ü&?.txt',
    'folder//double',
    '../up',
    "quote'(*)!~",
    '%41',
    '<tag>&amp;',
    'line\nbreak\r',
    '😀',
    '__proto__',
    ' ',
  ]

  test.each(keys)('with the key %j come back', async (Key) => {
    const Body = new Uint8Array([0, 255, 13, 10, 128])
    await put(Key, Body)
    const answer = await get(Key)
    expect(await answer.Body?.transformToByteArray()).toEqual(Body)
    const list = await s3.send(new S3.ListObjectsV2Command({ Bucket }))
    expect(list.Contents?.map((each) => each.Key)).toEqual([Key])
    await s3.send(new S3.DeleteObjectCommand({ Bucket, Key }))
    expect((await thrown(get(Key))).error).toBeInstanceOf(S3.NoSuchKey)
  })

  test('keep their type and what is said of them', async () => {
    const more = { ContentType: 'text/plain; charset=utf-8', Metadata: { Colour: 'Blue' } }
    const { ETag } = await put('note', 'héllo', more)
    const answer = await get('note')
    expect(answer).toMatchObject({
      ContentType: 'text/plain; charset=utf-8',
      ContentLength: 6,
      ETag,
      LastModified: new Date('2026-01-15T09:00:00Z'),
      Metadata: { colour: 'Blue' },
      AcceptRanges: 'bytes',
    })
    const head = await s3.send(
      new S3.HeadObjectCommand({ Bucket, Key: 'note', ChecksumMode: 'ENABLED' })
    )
    const { Body: _, $metadata: __, ...rest } = answer
    expect(head).toMatchObject(rest)
  })

  test('are checked on their way, there and back', async () => {
    const { ChecksumCRC32 } = await put('note', '123456789')
    expect(ChecksumCRC32).toBe('y/Q5Jg==')
    const answer = await get('note', { ChecksumMode: 'ENABLED' })
    expect(answer.ChecksumCRC32).toBe('y/Q5Jg==')
    expect(await answer.Body?.transformToString()).toBe('123456789')
    const other = await put('note', '123456789', { ChecksumAlgorithm: 'SHA256' })
    expect(other.ChecksumSHA256).toMatch(/=$/)
  })

  test('are put from a stream', async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251)
    const Body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)])
    const command = new S3.PutObjectCommand({
      Bucket,
      Key: 'stream',
      Body,
      ContentLength: bytes.length,
    })
    await s3.send(command)
    expect(await (await get('stream')).Body?.transformToByteArray()).toEqual(bytes)
  })

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
  ])('are read in part: %s', async (Range, part, ContentRange) => {
    await put('digits', '0123456789')
    const answer = await get('digits', { Range })
    expect(answer).toMatchObject({ ContentRange, ContentLength: part.length })
    expect(answer.$metadata.httpStatusCode).toBe(206)
    expect(await answer.Body?.transformToString()).toBe(part)
  })

  test('are read whole where a range is none, and not beyond their end', async () => {
    await put('digits', '0123456789')
    for (const Range of ['bytes=4-2', 'lines=1-2']) {
      expect(await text('digits', { Range })).toBe('0123456789')
    }
    for (const Range of ['bytes=10-', 'bytes=-0']) {
      expect(await thrown(get('digits', { Range }))).toMatchObject({
        name: 'InvalidRange',
        status: 416,
      })
    }
  })

  test('are read on conditions', async () => {
    const { ETag = '' } = await put('note', 'x')
    const [before, after] = [
      new Date('2026-01-15T08:00:00Z'),
      new Date('2026-01-15T10:00:00Z'),
    ]
    expect(await text('note', { IfMatch: ETag })).toBe('x')
    expect(await text('note', { IfNoneMatch: '"other"' })).toBe('x')
    expect(await text('note', { IfModifiedSince: before })).toBe('x')
    expect(await text('note', { IfUnmodifiedSince: after })).toBe('x')
    for (const condition of [{ IfMatch: '"other"' }, { IfUnmodifiedSince: before }]) {
      expect(await thrown(get('note', condition))).toMatchObject({
        name: 'PreconditionFailed',
        status: 412,
      })
    }
    for (const condition of [{ IfNoneMatch: ETag }, { IfModifiedSince: after }]) {
      expect(await thrown(get('note', condition))).toMatchObject({ status: 304 })
    }
  })

  test('are answered under the headers that an address asks for', async () => {
    await put('note', 'x')
    const answer = await get('note', {
      ResponseContentType: 'text/csv',
      ResponseContentDisposition: 'attachment',
    })
    expect(answer).toMatchObject({
      ContentType: 'text/csv',
      ContentDisposition: 'attachment',
    })
  })

  test('that are missing are told so without a body', async () => {
    const head = s3.send(new S3.HeadObjectCommand({ Bucket, Key: 'none' }))
    const { error, status } = await thrown(head)
    expect(error).toBeInstanceOf(S3.NotFound)
    expect(status).toBe(404)
  })

  test('are deleted many at once, and what is refused is said beside them', async () => {
    await Promise.all(['a', 'b&', 'c'].map((key) => put(key)))
    await spec.root().iam.putUserPolicy({
      UserName: 'Stuart',
      PolicyName: 'some',
      PolicyDocument: allow('s3:DeleteObject', [
        `arn:aws:s3:::${Bucket}/a`,
        `arn:aws:s3:::${Bucket}/b&`,
      ]),
    })
    const remove = (keys: string[], Quiet?: boolean) =>
      spec.as(userArn('Stuart')).s3.send(
        new S3.DeleteObjectsCommand({
          Bucket,
          Delete: { Objects: keys.map((Key) => ({ Key })), Quiet },
        })
      )
    expect(await remove(['a', 'c'])).toMatchObject({
      Deleted: [{ Key: 'a' }],
      Errors: [
        {
          Key: 'c',
          Code: 'AccessDenied',
          Message: expect.stringContaining('is not authorized to perform: s3:DeleteObject'),
        },
      ],
    })
    expect((await remove(['b&'], true)).Deleted).toBeUndefined()
    const list = await s3.send(new S3.ListObjectsV2Command({ Bucket }))
    expect(list.Contents?.map(({ Key }) => Key)).toEqual(['c'])
    expect(await thrown(remove([]))).toMatchObject({ name: 'MalformedXML', status: 400 })
  })
})

describe('listings', () => {
  const names = ['a.txt', 'docs/1', 'docs/2', 'docs/deep/3', 'z']

  beforeEach(async () => {
    await Promise.all(names.map((name) => put(name)))
  })

  test('are what the engine answers', async () => {
    const input = { Bucket, Prefix: '', Delimiter: '/', MaxKeys: 2 }
    const { $metadata: _, ...answer } = await s3.send(new S3.ListObjectsV2Command(input))
    expect(answer).toEqual(await spec.root().s3.listObjectsV2(input))
    expect(answer.NextContinuationToken).toBeDefined()
  })

  test('come page by page', async () => {
    const found: (string | undefined)[] = []
    const config = { client: s3, pageSize: 2 }
    for await (const page of S3.paginateListObjectsV2(config, { Bucket })) {
      found.push(...(page.Contents ?? []).map(({ Key }) => Key))
    }
    expect(found).toEqual(names)
  })

  test('come page by page in the first version too', async () => {
    const found: (string | undefined)[] = []
    let Marker: string | undefined
    do {
      const page: S3.ListObjectsCommandOutput = await s3.send(
        new S3.ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 1, Marker })
      )
      found.push(...(page.Contents ?? []).map(({ Key }) => Key))
      found.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix))
      Marker = page.NextMarker
    } while (Marker)
    expect(found).toEqual(['a.txt', 'docs/', 'z'])
    const plain = await s3.send(new S3.ListObjectsCommand({ Bucket, Marker: 'docs/1' }))
    expect(plain.Contents?.map(({ Key }) => Key)).toEqual(['docs/2', 'docs/deep/3', 'z'])
  })

  test('give names encoded where the client wants them so', async () => {
    await put('docs/a b+ü&')
    const input = { Bucket, Prefix: 'docs/a b', EncodingType: 'url' } as const
    const answer = await s3.send(new S3.ListObjectsV2Command(input))
    expect(answer).toMatchObject({
      EncodingType: 'url',
      Prefix: 'docs/a%20b',
      Contents: [{ Key: 'docs/a%20b%2B%C3%BC%26' }],
    })
  })
})

describe('virtual hosting', () => {
  test.each(['s3.localhost', 'localhost', 's3.eu-west-1.amazonaws.com'])(
    'takes the bucket in front of %s',
    async (host) => {
      const { port } = new URL(spec.url)
      const lookup: LookupFunction = (_name, options, found) =>
        options.all
          ? found(null, [{ address: '127.0.0.1', family: 4 }])
          : found(null, '127.0.0.1', 4)
      const httpAgent = new Agent({ lookup })
      const client = new S3.S3Client({
        ...spec.config(spec.cloud.credentialsFor(rootArn())),
        endpoint: `http://${host}:${port}`,
        requestHandler: { httpAgent },
      })
      const name = `${Bucket}-hosted`
      await client.send(new S3.CreateBucketCommand({ Bucket: name }))
      const of = { Bucket: name, Key: 'folder/a b' }
      await client.send(new S3.PutObjectCommand({ ...of, Body: 'here' }))
      const answer = await client.send(new S3.GetObjectCommand(of))
      expect(await answer.Body?.transformToString()).toBe('here')
      await client.send(new S3.DeleteObjectCommand(of))
      await client.send(new S3.DeleteBucketCommand({ Bucket: name }))
      client.destroy()
    }
  )
})

describe('what is not there', () => {
  test.each([
    'GetBucketAcl',
    'CreateMultipartUpload',
    'UploadPart',
    'ListObjectVersions',
    'PutObjectLegalHold',
  ])('%s is not implemented', async (name) => {
    // whatever the engine learns is answered from then on
    expect(methodOf(specCloud().root().s3, name)).toBeUndefined()
    const input = { Bucket, Key: 'any', UploadId: 'x', PartNumber: 1, Body: 'x' }
    expect(await thrown(send(s3, S3, name, input))).toMatchObject({
      name: 'NotImplemented',
      status: 501,
    })
  })

  test.each([
    { ServerSideEncryption: 'aws:kms' },
    { ACL: 'public-read' },
    { StorageClass: 'GLACIER' },
    { IfNoneMatch: '*' },
    { Tagging: 'a=b' },
    { CacheControl: 'no-cache' },
  ])('a header that asks for more is not passed over: %o', async (more) => {
    expect(await thrown(put('note', 'x', more))).toMatchObject({
      name: 'NotImplemented',
      status: 501,
      message: 'A header you provided implies functionality that is not implemented',
    })
    expect((await s3.send(new S3.ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0)
  })

  test('what everything has anyway may be asked for', async () => {
    await put('note', 'x', { ServerSideEncryption: 'AES256', StorageClass: 'STANDARD' })
    expect(await text('note')).toBe('x')
  })

  test('no version but the one that there is', async () => {
    await put('note', 'x')
    expect(await text('note', { VersionId: 'null' })).toBe('x')
    expect(await thrown(get('note', { VersionId: '3' }))).toMatchObject({ status: 501 })
  })
})
