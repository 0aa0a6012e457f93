/**
 * What of a request the engine heeds. What it would pass over in silence is refused: a header
 * that asks for encryption, a lock or a version must not look as if it had been granted.
 */
import { structureOf, type Table } from '../shapes'
import type { Input } from './input'
import { notImplemented } from './words'

const place = ['Bucket', 'Key']
const always = [
  'Bucket',
  'ExpectedBucketOwner',
  // who pays does not matter where nothing costs anything
  'RequestPayer',
  'ContentMD5',
  'ContentLength',
]
const conditions = ['IfMatch', 'IfNoneMatch', 'IfModifiedSince', 'IfUnmodifiedSince']
const listing = ['Prefix', 'Delimiter', 'MaxKeys', 'EncodingType']

const reading = [
  ...place,
  ...conditions,
  'Range',
  'ChecksumMode',
  'ResponseCacheControl',
  'ResponseContentDisposition',
  'ResponseContentEncoding',
  'ResponseContentLanguage',
  'ResponseContentType',
  'ResponseExpires',
]

const understood: Record<string, string[]> = {
  ListBuckets: ['Prefix'],
  CreateBucket: ['CreateBucketConfiguration'],
  DeleteBucket: [],
  HeadBucket: [],
  GetBucketLocation: [],
  GetBucketPolicy: [],
  PutBucketPolicy: ['Policy', 'ConfirmRemoveSelfBucketAccess'],
  DeleteBucketPolicy: [],
  ListObjects: [...listing, 'Marker'],
  ListObjectsV2: [...listing, 'StartAfter', 'ContinuationToken'],
  PutObject: [...place, 'Body', 'ContentType', 'Metadata'],
  GetObject: reading,
  HeadObject: reading,
  DeleteObject: place,
  DeleteObjects: ['Delete'],
}

/** What everything has anyway may be asked for. */
const usual: Record<string, unknown[]> = {
  ACL: ['private', 'bucket-owner-full-control'],
  FetchOwner: [false],
  ObjectLockEnabledForBucket: [false],
  ObjectOwnership: ['BucketOwnerEnforced'],
  ServerSideEncryption: ['AES256'],
  StorageClass: ['STANDARD'],
  VersionId: ['null'],
  // of the body on its way, which has been put together by then
  ContentEncoding: ['aws-chunked'],
}

/** Checksums have been checked by then. */
const isChecksum = (name: string) => name.startsWith('Checksum')

/** Throws `NotImplemented` for the first thing that is not heeded. */
export function refuseUnheeded(table: Table, operation: string, input: Input) {
  const heeded = understood[operation]
  const shape = table.operations[operation]?.[0]
  if (!heeded || !shape) return
  for (const [name, , how] of structureOf(table, shape).m) {
    const value = input[name]
    if (value === undefined || value === '' || isChecksum(name)) continue
    if (heeded.includes(name) || always.includes(name)) continue
    if (usual[name]?.includes(value)) continue
    throw notImplemented(how?.h ?? how?.q)
  }
}
