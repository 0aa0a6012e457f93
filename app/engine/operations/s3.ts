/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html */
import type { S3Operations } from '../api'
import { bucketArn, objectArn } from '../arn'
import { fromBase64, toBase64 } from '../base64'
import { serviceError } from '../errors'
import type { OperationTable, Target } from '../kernel'
import type { Account, Bucket, StoredObject, World } from '../model'
import { rejectResourcePolicy } from '../policy/accept'
import { findBucket } from '../world'
import { checkBucketName } from './bucket-name'
import { byName } from './paging'

/** A refusal prints S3's resources between quotes, and none where the action has none. */
const onBucket = ({ input }: { input: { Bucket: string | undefined } }): Target => {
  const arn = bucketArn(input.Bucket ?? '')
  return { arn, shown: `"${arn}"` }
}

type AnObject = { input: { Bucket: string | undefined; Key: string | undefined } }

const onObject = ({ input }: AnObject): Target => {
  const arn = objectArn(input.Bucket ?? '', input.Key ?? '')
  return { arn, shown: `"${arn}"` }
}

function theBucket(world: World, name: string | undefined): Bucket {
  const found = findBucket(world, name ?? '')
  if (!found) throw serviceError('NoSuchBucket', 'The specified bucket does not exist')
  return found.bucket
}

function theObject(bucket: Bucket, key: string | undefined): StoredObject {
  const object = bucket.objects[key ?? '']
  if (!object) throw serviceError('NoSuchKey', 'The specified key does not exist.')
  return object
}

function refuseTaken(world: World, account: Account, name: string) {
  const owner = findBucket(world, name)?.account
  if (!owner) return
  if (owner.id === account.id) {
    throw serviceError(
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.'
    )
  }
  throw serviceError(
    'BucketAlreadyExists',
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.'
  )
}

/** Not MD5, which nothing here needs; only the same for the same content. */
function etagOf(body: string) {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < body.length; i++) {
    a = Math.imul(a ^ body.charCodeAt(i), 0x01000193)
    b = Math.imul(b + body.charCodeAt(i), 0x85ebca6b)
  }
  const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0')
  return `"${hex(a)}${hex(b)}${hex(a ^ b)}${hex(Math.imul(a, b))}"`
}

const toBytes = (body: string | Uint8Array | undefined) =>
  typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array())

/** Keys under a prefix, folded at the delimiter, as a listing shows folders. */
function listKeys(bucket: Bucket, prefix: string, delimiter: string | undefined) {
  const keys: string[] = []
  const folders = new Set<string>()
  for (const key of Object.keys(bucket.objects).toSorted()) {
    if (!key.startsWith(prefix)) continue
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1
    if (cut >= 0) folders.add(key.slice(0, cut + (delimiter?.length ?? 0)))
    else keys.push(key)
  }
  return { keys, folders: [...folders] }
}

export const s3Operations: OperationTable<S3Operations> = {
  ListBuckets: {
    action: 's3:ListAllMyBuckets',
    // a bucket's ARN does not reach this action; `arn:aws:s3:::*` and `*` do
    on: () => ({ arn: 'arn:aws:s3:::*', shown: null }),
    run: ({ account, input }) => ({
      Buckets: byName(account.buckets)
        .filter((bucket) => bucket.name.startsWith(input.Prefix ?? ''))
        .map((bucket) => ({
          Name: bucket.name,
          CreationDate: new Date(bucket.created),
          BucketRegion: bucket.region,
        })),
      Owner: { ID: account.id.padStart(64, '0') },
    }),
  },

  CreateBucket: {
    check: ({ Bucket }) => checkBucketName(Bucket ?? ''),
    on: onBucket,
    run: ({ world, account, input, now }) => {
      const name = input.Bucket ?? ''
      refuseTaken(world, account, name)
      account.buckets[name] = {
        name,
        region: input.CreateBucketConfiguration?.LocationConstraint ?? 'us-east-1',
        created: now,
        tags: [],
        objects: {},
      }
      return { Location: `/${name}` }
    },
  },

  DeleteBucket: {
    on: onBucket,
    run: ({ world, input }) => {
      const bucket = theBucket(world, input.Bucket)
      if (Object.keys(bucket.objects).length > 0) {
        throw serviceError('BucketNotEmpty', 'The bucket you tried to delete is not empty')
      }
      const owner = findBucket(world, bucket.name)?.account
      delete owner?.buckets[bucket.name]
      return {}
    },
  },

  HeadBucket: {
    action: 's3:ListBucket',
    on: onBucket,
    run: ({ world, input }) => {
      theBucket(world, input.Bucket)
      return {}
    },
  },

  GetBucketLocation: {
    on: onBucket,
    run: ({ world, input }) => {
      const { region } = theBucket(world, input.Bucket)
      // the first Region answers with nothing, as it always has
      if (region === 'us-east-1') return {}
      // a Region of ours is one of the SDK's names, or a newer one
      return { LocationConstraint: region as 'us-west-2' }
    },
  },

  GetBucketPolicy: {
    on: onBucket,
    run: ({ world, input }) => {
      const { policy } = theBucket(world, input.Bucket)
      if (policy === undefined) {
        throw serviceError('NoSuchBucketPolicy', 'The bucket policy does not exist')
      }
      return { Policy: policy }
    },
  },

  PutBucketPolicy: {
    on: onBucket,
    run: ({ world, input }) => {
      const bucket = theBucket(world, input.Bucket)
      const message = rejectResourcePolicy(input.Policy ?? '')
      if (message) throw serviceError('MalformedPolicy', message)
      bucket.policy = input.Policy ?? ''
      return {}
    },
  },

  DeleteBucketPolicy: {
    on: onBucket,
    run: ({ world, input }) => {
      delete theBucket(world, input.Bucket).policy
      return {}
    },
  },

  ListObjectsV2: {
    action: 's3:ListBucket',
    on: (call) => ({
      ...onBucket(call),
      context: {
        's3:prefix': call.input.Prefix ?? '',
        's3:delimiter': call.input.Delimiter ?? '',
        's3:max-keys': String(call.input.MaxKeys ?? 1000),
      },
    }),
    run: ({ world, input }) => {
      const bucket = theBucket(world, input.Bucket)
      const { keys, folders } = listKeys(bucket, input.Prefix ?? '', input.Delimiter)
      const limit = input.MaxKeys ?? 1000
      const start = input.ContinuationToken ? Number(atob(input.ContinuationToken)) || 0 : 0
      const IsTruncated = keys.length > start + limit
      return {
        Name: bucket.name,
        Prefix: input.Prefix ?? '',
        KeyCount: Math.min(keys.length - start, limit) + folders.length,
        MaxKeys: limit,
        IsTruncated,
        ...(IsTruncated ? { NextContinuationToken: btoa(String(start + limit)) } : {}),
        Contents: keys.slice(start, start + limit).map((Key) => {
          const object = theObject(bucket, Key)
          return {
            Key,
            Size: object.size,
            ETag: object.etag,
            LastModified: new Date(object.modified),
            StorageClass: 'STANDARD' as const,
          }
        }),
        CommonPrefixes: folders.map((Prefix) => ({ Prefix })),
      }
    },
  },

  PutObject: {
    on: onObject,
    secret: ['Body'],
    run: ({ world, input, now }) => {
      const bucket = theBucket(world, input.Bucket)
      const bytes = toBytes(input.Body)
      const body = toBase64(bytes)
      const object: StoredObject = {
        body,
        size: bytes.length,
        contentType: input.ContentType ?? 'binary/octet-stream',
        modified: now,
        etag: etagOf(body),
      }
      bucket.objects[input.Key ?? ''] = object
      return { ETag: object.etag }
    },
  },

  GetObject: {
    on: onObject,
    run: ({ world, input }) => {
      const object = theObject(theBucket(world, input.Bucket), input.Key)
      const bytes = fromBase64(object.body)
      return {
        Body: {
          transformToByteArray: () => Promise.resolve(bytes),
          transformToString: () => Promise.resolve(new TextDecoder().decode(bytes)),
        },
        ContentLength: object.size,
        ContentType: object.contentType,
        ETag: object.etag,
        LastModified: new Date(object.modified),
      }
    },
  },

  /** Deleting what is not there is no error. */
  DeleteObject: {
    on: onObject,
    run: ({ world, input }) => {
      delete theBucket(world, input.Bucket).objects[input.Key ?? '']
      return {}
    },
  },
}
