/**
 * What S3's operations are authorised on. A bucket that is not there is said to be missing
 * before anybody's permissions are looked at.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
import { bucketArn, objectArn } from '../arn'
import { serviceError } from '../errors'
import type { Target } from '../kernel'
import type { Bucket, StoredObject, World } from '../model'
import { entryOf } from '../records'
import { findBucket } from '../world'

type OnBucket = { world: World; input: { Bucket: string | undefined } }
type OnObject = {
  world: World
  input: { Bucket: string | undefined; Key: string | undefined }
}

export function theBucket(world: World, name: string | undefined): Bucket {
  const found = findBucket(world, name ?? '')
  if (!found) throw serviceError('NoSuchBucket', 'The specified bucket does not exist')
  return found.bucket
}

export function theObject(bucket: Bucket, key: string | undefined): StoredObject {
  const object = entryOf(bucket.objects, key)
  if (!object) throw serviceError('NoSuchKey', 'The specified key does not exist.')
  return object
}

/** A refusal prints S3's resources between quotes. */
const quoted = (arn: string): Target => ({ arn, shown: `"${arn}"` })

export const onNewBucket = ({ input }: Pick<OnBucket, 'input'>) =>
  quoted(bucketArn(input.Bucket ?? ''))

export function onBucket({ world, input }: OnBucket) {
  return quoted(bucketArn(theBucket(world, input.Bucket).name))
}

export function onObject({ world, input }: OnObject) {
  return quoted(objectArn(theBucket(world, input.Bucket).name, input.Key ?? ''))
}

/** The SDK sends no request without its bucket and key, so no service error says this. */
export function checkPlace(
  input: { Bucket?: string; Key?: string },
  ...names: ('Bucket' | 'Key')[]
) {
  const missing = names.find(
    (name) => typeof input[name] !== 'string' || input[name] === ''
  )
  if (missing) throw new TypeError(`${missing} has to be a string that is not empty`)
}
