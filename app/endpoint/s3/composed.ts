/**
 * Operations of S3 that are others of the engine's put together. One that the engine has itself
 * wins.
 */
import { isServiceError } from '~/engine'
import type { AwsClient } from '~/engine/api'
import type { Input } from './input'
import { malformedXml } from './words'

type S3 = AwsClient['s3']
type Composed = (client: S3, input: Input) => Promise<object>

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)

/**
 * The first version of listing goes on after a name. One that ends in the delimiter stands for
 * all that is below it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html
 */
async function listObjects(client: S3, input: Input) {
  const [Prefix, Delimiter, Marker] = [input.Prefix, input.Delimiter, input.Marker].map(
    textOf
  )
  const isFolder = Delimiter && Marker?.endsWith(Delimiter)
  const {
    KeyCount: _,
    NextContinuationToken: __,
    ...answer
  } = await client.listObjectsV2({
    Bucket: textOf(input.Bucket),
    Prefix,
    Delimiter,
    MaxKeys: numberOf(input.MaxKeys),
    // no name comes after this one and begins as it does
    StartAfter: isFolder ? `${Marker}\uFFFF` : Marker,
  })
  const names = [
    ...(answer.Contents ?? []).map(({ Key = '' }) => Key),
    ...(answer.CommonPrefixes ?? []).map(({ Prefix: name = '' }) => name),
  ]
  const last = names.sort().at(-1)
  const isMore = answer.IsTruncated && Delimiter && last !== undefined
  return { ...answer, Marker, ...(isMore ? { NextMarker: last } : {}) }
}

type Entry = { Key?: unknown }
type Delete = { Objects?: unknown; Quiet?: unknown }

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null
const isDelete = (value: unknown): value is Delete =>
  typeof value === 'object' && value !== null

const MOST = 1000

/** Each is authorised and deleted by itself, and what is refused is said beside it. */
async function deleteObjects(client: S3, { Bucket, Delete: given }: Input) {
  const { Objects, Quiet } = isDelete(given) ? given : {}
  const entries = Array.isArray(Objects) ? Objects.filter(isEntry) : []
  if (entries.length === 0 || entries.length > MOST) throw malformedXml()
  const Deleted: object[] = []
  const Errors: object[] = []
  for (const { Key: key } of entries) {
    const Key = textOf(key)
    try {
      await client.deleteObject({ Bucket: textOf(Bucket), Key })
      if (Quiet !== true) Deleted.push({ Key })
    } catch (error) {
      // a bucket that is not there is no one object's matter
      if (!isServiceError(error) || error.code === 'NoSuchBucket') throw error
      Errors.push({ Key, Code: error.code, Message: error.message })
    }
  }
  return { Deleted, Errors }
}

/** The same permission as reading it. */
const headObject: Composed = (client, { Bucket, Key }) =>
  client.getObject({ Bucket: textOf(Bucket), Key: textOf(Key) })

export const composed: Record<string, Composed> = {
  ListObjects: listObjects,
  DeleteObjects: deleteObjects,
  HeadObject: headObject,
}
