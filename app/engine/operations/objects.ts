/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingObjects.html */
import type { S3Operations } from '../api'
import { bucketArn } from '../arn'
import { fromBase64, toBase64 } from '../base64'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { Bucket, StoredObject } from '../model'
import { entryOf, keyOf, nameOfKey } from '../records'
import { checkPlace, onBucket, onObject, theBucket, theObject } from './bucket-targets'

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

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const lowerCased = (metadata: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), value])
  )

type Listing = { Prefix?: string; Delimiter?: string; StartAfter?: string }

/** Keys and folders under a prefix, in one order: a folder ends in the delimiter. */
function listKeys(
  bucket: Bucket,
  { Prefix = '', Delimiter = '', StartAfter = '' }: Listing
) {
  const found = new Map<string, 'key' | 'folder'>()
  for (const key of Object.keys(bucket.objects).map(nameOfKey).toSorted()) {
    if (!key.startsWith(Prefix) || key <= StartAfter) continue
    const cut = Delimiter ? key.indexOf(Delimiter, Prefix.length) : -1
    if (cut >= 0) found.set(key.slice(0, cut + Delimiter.length), 'folder')
    else found.set(key, 'key')
  }
  return [...found].map(([name, kind]) => ({ name, kind }))
}

/** The last name of the page before: what is written or deleted meanwhile moves nothing. */
function startOf(token: string | undefined) {
  if (token === undefined) return ''
  try {
    return decodeURIComponent(atob(token))
  } catch {
    throw serviceError('InvalidArgument', 'The continuation token provided is incorrect')
  }
}

const checkObject = (input: { Bucket: string | undefined; Key: string | undefined }) =>
  checkPlace(input, 'Bucket', 'Key')

export const objectOperations = {
  ListObjectsV2: {
    action: 's3:ListBucket',
    check: (input) => checkPlace(input, 'Bucket'),
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
      const limit = Math.min(input.MaxKeys ?? 1000, 1000)
      const after = startOf(input.ContinuationToken)
      const all = listKeys(bucket, input).filter(({ name }) => name > after)
      const items = all.slice(0, limit)
      const last = items.at(-1)?.name
      const IsTruncated = all.length > items.length && last !== undefined
      return {
        Name: bucket.name,
        Prefix: input.Prefix ?? '',
        ...(input.Delimiter ? { Delimiter: input.Delimiter } : {}),
        KeyCount: items.length,
        MaxKeys: limit,
        IsTruncated,
        ...(IsTruncated ? { NextContinuationToken: btoa(encodeURIComponent(last)) } : {}),
        Contents: items
          .filter(({ kind }) => kind === 'key')
          .map(({ name: Key }) => {
            const object = theObject(bucket, Key)
            return {
              Key,
              Size: object.size,
              ETag: object.etag,
              LastModified: new Date(object.modified),
              StorageClass: 'STANDARD' as const,
            }
          }),
        CommonPrefixes: items
          .filter(({ kind }) => kind === 'folder')
          .map(({ name }) => ({ Prefix: name })),
      }
    },
  },

  PutObject: {
    check: checkObject,
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
        ...(input.Metadata ? { metadata: lowerCased(input.Metadata) } : {}),
        modified: now,
        etag: etagOf(body),
      }
      bucket.objects[keyOf(input.Key ?? '')] = object
      return { ETag: object.etag }
    },
  },

  GetObject: {
    check: checkObject,
    on: onObject,
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html: only who may list the
    // bucket is told that a key is missing
    also: ({ world, input }) => {
      const bucket = theBucket(world, input.Bucket)
      if (entryOf(bucket.objects, input.Key)) return []
      const arn = bucketArn(bucket.name)
      return [{ action: 's3:ListBucket', target: { arn, shown: `"${arn}"` } }]
    },
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
        ...(object.metadata ? { Metadata: { ...object.metadata } } : {}),
      }
    },
  },

  /** Deleting what is not there is no error. */
  DeleteObject: {
    check: checkObject,
    on: onObject,
    run: ({ world, input }) => {
      delete theBucket(world, input.Bucket).objects[keyOf(input.Key ?? '')]
      return {}
    },
  },
} satisfies Partial<OperationTable<S3Operations>>
