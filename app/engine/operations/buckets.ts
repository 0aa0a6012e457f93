/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html */
import type { S3Operations } from '../api'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { Account, World } from '../model'
import { rejectResourcePolicy } from '../policy/accept'
import { keyOf } from '../records'
import { findBucket } from '../world'
import { checkBucketName } from './bucket-name'
import { checkPlace, onBucket, onNewBucket, theBucket } from './bucket-targets'
import { byName } from './paging'

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

const check = (input: { Bucket: string | undefined }) => checkPlace(input, 'Bucket')

export const bucketOperations = {
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
    on: onNewBucket,
    run: ({ world, account, input, now }) => {
      const name = input.Bucket ?? ''
      refuseTaken(world, account, name)
      account.buckets[keyOf(name)] = {
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
    check,
    on: onBucket,
    run: ({ world, input }) => {
      const bucket = theBucket(world, input.Bucket)
      if (Object.keys(bucket.objects).length > 0) {
        throw serviceError('BucketNotEmpty', 'The bucket you tried to delete is not empty')
      }
      const owner = findBucket(world, bucket.name)?.account
      delete owner?.buckets[keyOf(bucket.name)]
      return {}
    },
  },

  HeadBucket: {
    check,
    action: 's3:ListBucket',
    on: onBucket,
    run: ({ world, input }) => ({ BucketRegion: theBucket(world, input.Bucket).region }),
  },

  GetBucketLocation: {
    check,
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
    check,
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
    check,
    on: onBucket,
    run: ({ world, input }) => {
      const bucket = theBucket(world, input.Bucket)
      const message = rejectResourcePolicy(input.Policy ?? '', bucket.name)
      if (message) throw serviceError('MalformedPolicy', message)
      bucket.policy = input.Policy ?? ''
      return {}
    },
  },

  DeleteBucketPolicy: {
    check,
    on: onBucket,
    run: ({ world, input }) => {
      delete theBucket(world, input.Bucket).policy
      return {}
    },
  },
} satisfies Partial<OperationTable<S3Operations>>
