import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import {
  allow,
  AWAY,
  document,
  HOME,
  refusal,
  rootArn,
  specCloud,
  userArn,
} from '../spec-cloud'

let spec: ReturnType<typeof specCloud>
let root: AwsClient
let stuart: AwsClient
const Bucket = 'lab-bucket'
const lab = { Bucket }

beforeEach(async () => {
  spec = specCloud()
  root = spec.root()
  await root.iam.createUser({ UserName: 'Stuart' })
  await root.s3.createBucket(lab)
  stuart = spec.client(userArn('Stuart'))
})

const may = (...actions: string[]) =>
  root.iam.putUserPolicy({
    UserName: 'Stuart',
    PolicyName: 'may',
    PolicyDocument: allow(actions),
  })

const put = (...keys: string[]) =>
  Promise.all(keys.map((Key) => root.s3.putObject({ ...lab, Key, Body: Key })))

describe('buckets', () => {
  test.each(['ab', 'UPPER', 'a..b', '-ab', '192.168.0.1', 'xn--abc', 'abc-s3alias', 'a_b'])(
    'the name %s is refused',
    async (name) => {
      expect(await refusal(root.s3.createBucket({ Bucket: name }))).toEqual({
        code: 'InvalidBucketName',
        message: 'The specified bucket is not valid.',
        status: 400,
      })
    }
  )

  test('a name belongs to one account of the whole partition', async () => {
    expect(await refusal(root.s3.createBucket(lab))).toMatchObject({
      code: 'BucketAlreadyOwnedByYou',
      status: 409,
    })
    const theirs = spec.root(AWAY).s3
    expect(await refusal(theirs.createBucket(lab))).toMatchObject({
      code: 'BucketAlreadyExists',
      status: 409,
    })
    expect((await theirs.listBuckets()).Buckets).toEqual([])
    expect((await root.s3.listBuckets()).Buckets).toEqual([
      {
        Name: Bucket,
        CreationDate: new Date('2026-01-15T09:00:00.000Z'),
        BucketRegion: 'us-east-1',
      },
    ])
  })

  test('say where they are', async () => {
    const LocationConstraint = 'eu-west-1'
    const Bucket = 'elsewhere'
    await root.s3.createBucket({
      Bucket,
      CreateBucketConfiguration: { LocationConstraint },
    })
    expect(await root.s3.headBucket({ Bucket })).toEqual({ BucketRegion: 'eu-west-1' })
    expect(await root.s3.headBucket(lab)).toEqual({ BucketRegion: 'us-east-1' })
  })

  test('only an empty one is deleted', async () => {
    await put('a')
    expect(await refusal(root.s3.deleteBucket(lab))).toEqual({
      code: 'BucketNotEmpty',
      message: 'The bucket you tried to delete is not empty',
      status: 409,
    })
    await root.s3.deleteObject({ ...lab, Key: 'a' })
    await root.s3.deleteBucket(lab)
    expect((await root.s3.listBuckets()).Buckets).toEqual([])
  })

  test('one that is missing is said to be, to whoever asks', async () => {
    const missing = { Bucket: 'nowhere' }
    const answer = {
      code: 'NoSuchBucket',
      message: 'The specified bucket does not exist',
      status: 404,
    }
    expect(await refusal(stuart.s3.listObjectsV2(missing))).toEqual(answer)
    expect(await refusal(stuart.s3.getObject({ ...missing, Key: 'a' }))).toEqual(answer)
    expect(await refusal(root.s3.deleteBucket({ Bucket: 'constructor' }))).toEqual(answer)
  })

  test('refusals print ARNs between quotes, and none for the list', async () => {
    const who = `User: ${userArn('Stuart')} is not authorized to perform:`
    const why = (action: string) =>
      `because no identity-based policy allows the ${action} action`
    const message = async (call: Promise<unknown>) => (await refusal(call)).message
    expect(await message(stuart.s3.listBuckets())).toBe(
      `${who} s3:ListAllMyBuckets ${why('s3:ListAllMyBuckets')}`
    )
    expect(await message(stuart.s3.listObjectsV2(lab))).toBe(
      `${who} s3:ListBucket on resource: "arn:aws:s3:::lab-bucket" ${why('s3:ListBucket')}`
    )
    expect(await message(stuart.s3.createBucket({ Bucket: 'other' }))).toBe(
      `${who} s3:CreateBucket on resource: "arn:aws:s3:::other" ${why('s3:CreateBucket')}`
    )
  })

  test('a bucket policy opens the bucket and not the list of buckets', async () => {
    const Policy = document({
      Effect: 'Allow',
      Principal: { AWS: userArn('Stuart') },
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::lab-bucket',
    })
    expect(await refusal(root.s3.getBucketPolicy(lab))).toMatchObject({
      code: 'NoSuchBucketPolicy',
    })
    await root.s3.putBucketPolicy({ ...lab, Policy })
    expect(await root.s3.getBucketPolicy(lab)).toEqual({ Policy })
    await stuart.s3.listObjectsV2(lab)
    expect((await refusal(stuart.s3.listBuckets())).code).toBe('AccessDenied')
    await root.s3.deleteBucketPolicy(lab)
    expect((await refusal(stuart.s3.listObjectsV2(lab))).code).toBe('AccessDenied')
  })

  test('another account needs the bucket policy and its own', async () => {
    const theirs = spec.root(AWAY)
    await theirs.iam.createUser({ UserName: 'Zoe' })
    const zoe = spec.client(userArn('Zoe', AWAY)).s3
    const own = { UserName: 'Zoe', PolicyName: 'i', PolicyDocument: allow('s3:*') }
    const Policy = document({
      Effect: 'Allow',
      Principal: { AWS: rootArn(AWAY) },
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::lab-bucket',
    })
    await theirs.iam.putUserPolicy(own)
    expect((await refusal(zoe.listObjectsV2(lab))).message).toContain(
      'because no resource-based policy allows the s3:ListBucket action'
    )
    await root.s3.putBucketPolicy({ ...lab, Policy })
    await zoe.listObjectsV2(lab)
    await theirs.iam.deleteUserPolicy(own)
    expect((await refusal(zoe.listObjectsV2(lab))).message).toContain(
      'because no identity-based policy allows the s3:ListBucket action'
    )
  })

  test('a malformed policy is refused', async () => {
    expect(await refusal(root.s3.putBucketPolicy({ ...lab, Policy: 'x' }))).toMatchObject({
      code: 'MalformedPolicy',
      status: 400,
    })
  })
})

describe('somebody without credentials', () => {
  const nobody = () => spec.cloud.client().s3
  const denied = { code: 'AccessDenied', message: 'Access Denied', status: 403 }

  const letEverybody = (Action: string, more = {}) =>
    root.s3.putBucketPolicy({
      ...lab,
      Policy: document({
        Effect: 'Allow',
        Principal: '*',
        Action,
        Resource: ['arn:aws:s3:::lab-bucket', 'arn:aws:s3:::lab-bucket/*'],
        ...more,
      }),
    })

  test('has what the policy of the bucket lets everybody have', async () => {
    await put('a')
    expect(await refusal(nobody().getObject({ ...lab, Key: 'a' }))).toEqual(denied)
    await letEverybody('s3:GetObject')
    const { Body } = await nobody().getObject({ ...lab, Key: 'a' })
    expect(await Body.transformToString()).toBe('a')
    expect(await refusal(nobody().listObjectsV2(lab))).toEqual(denied)
    await letEverybody('s3:*')
    await nobody().putObject({ ...lab, Key: 'b', Body: 'theirs' })
    expect((await nobody().listObjectsV2(lab)).KeyCount).toBe(2)
  })

  test('makes no bucket, and is told of one that is missing', async () => {
    await letEverybody('s3:*')
    expect(await refusal(nobody().createBucket({ Bucket: 'theirs' }))).toEqual(denied)
    expect((await refusal(nobody().listObjectsV2({ Bucket: 'none' }))).code).toBe(
      'NoSuchBucket'
    )
  })

  test('is kept out by a condition that asks for somebody', async () => {
    const Condition = { StringEquals: { 'aws:PrincipalAccount': HOME } }
    await letEverybody('s3:ListBucket', { Condition })
    expect(await refusal(nobody().listObjectsV2(lab))).toEqual(denied)
  })
})

describe('objects', () => {
  test('keep what is said of them, by lower-case names', async () => {
    const Metadata = { Colour: 'Blue', __proto__x: 'odd' }
    await root.s3.putObject({ ...lab, Key: 'a', Body: 'a', Metadata })
    const { Metadata: kept } = await root.s3.getObject({ ...lab, Key: 'a' })
    expect(kept).toEqual({ colour: 'Blue', __proto__x: 'odd' })
    await put('a')
    expect(await root.s3.getObject({ ...lab, Key: 'a' })).not.toHaveProperty('Metadata')
  })

  test('come back as they were put', async () => {
    const Key = 'folder/__proto__'
    await root.s3.putObject({ ...lab, Key, Body: 'héllo', ContentType: 'text/plain' })
    const object = await root.s3.getObject({ ...lab, Key })
    expect(await object.Body.transformToString()).toBe('héllo')
    expect(object).toMatchObject({ ContentLength: 6, ContentType: 'text/plain' })
    const bytes = new Uint8Array([0, 255, 128])
    await root.s3.putObject({ ...lab, Key: 'constructor', Body: bytes })
    const binary = await root.s3.getObject({ ...lab, Key: 'constructor' })
    expect(await binary.Body.transformToByteArray()).toEqual(bytes)
    expect(JSON.stringify(spec.cloud.world.events)).not.toContain('héllo')
  })

  test('a key that is missing is told only to who may list', async () => {
    const missing = { ...lab, Key: 'none' }
    await may('s3:GetObject')
    expect((await refusal(stuart.s3.getObject(missing))).message).toBe(
      `User: ${userArn('Stuart')} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::lab-bucket" because no identity-based policy allows the s3:ListBucket action`
    )
    await may('s3:GetObject', 's3:ListBucket')
    expect(await refusal(stuart.s3.getObject(missing))).toEqual({
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
      status: 404,
    })
    await may('s3:DeleteObject')
    await stuart.s3.deleteObject(missing)
  })

  test('are listed by prefix and folded at the delimiter', async () => {
    await put('a.txt', 'docs/1', 'docs/2', 'docs/deep/3', 'z')
    const list = async (more: object) => {
      const { Contents, CommonPrefixes, KeyCount } = await root.s3.listObjectsV2({
        ...lab,
        ...more,
      })
      return [
        Contents?.map(({ Key }) => Key),
        CommonPrefixes?.map(({ Prefix }) => Prefix),
        KeyCount,
      ]
    }
    expect(await list({})).toEqual([
      ['a.txt', 'docs/1', 'docs/2', 'docs/deep/3', 'z'],
      [],
      5,
    ])
    expect(await list({ Delimiter: '/' })).toEqual([['a.txt', 'z'], ['docs/'], 3])
    expect(await list({ Delimiter: '/', Prefix: 'docs/' })).toEqual([
      ['docs/1', 'docs/2'],
      ['docs/deep/'],
      3,
    ])
    expect(await list({ Prefix: 'none' })).toEqual([[], [], 0])
    expect(await list({ StartAfter: 'docs/2' })).toEqual([['docs/deep/3', 'z'], [], 2])
  })

  test('are listed page by page, folders counted', async () => {
    await put('a/1', 'b', 'c/1', 'd')
    const names: string[] = []
    let ContinuationToken: string | undefined
    do {
      const page = await root.s3.listObjectsV2({
        ...lab,
        Delimiter: '/',
        MaxKeys: 1,
        ContinuationToken,
      })
      names.push(...(page.Contents ?? []).map(({ Key = '' }) => Key))
      names.push(...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix))
      expect(page.KeyCount).toBe(1)
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
    expect(names).toEqual(['a/', 'b', 'c/', 'd'])
    const foreign = root.s3.listObjectsV2({ ...lab, ContinuationToken: '%' })
    expect((await refusal(foreign)).code).toBe('InvalidArgument')
  })

  test('the prefix of a listing is a condition key', async () => {
    await root.iam.putUserPolicy({
      UserName: 'Stuart',
      PolicyName: 'home',
      PolicyDocument: document({
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: '*',
        Condition: { StringLike: { 's3:prefix': 'home/*' } },
      }),
    })
    await stuart.s3.listObjectsV2({ ...lab, Prefix: 'home/' })
    expect((await refusal(stuart.s3.listObjectsV2(lab))).code).toBe('AccessDenied')
  })

  test('nothing is put without a key', async () => {
    const before = spec.cloud.world
    await expect(root.s3.putObject({ ...lab, Key: '' })).rejects.toThrow('Key has to be')
    expect(spec.cloud.world).toBe(before)
    expect(before.accounts[HOME]?.buckets[Bucket]?.objects).toEqual({})
  })
})
