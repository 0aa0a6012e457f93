import type { S3Operations } from '../api'
import type { OperationTable } from '../kernel'
import { bucketOperations } from './buckets'
import { objectOperations } from './objects'

export const s3Operations: OperationTable<S3Operations> = {
  ...bucketOperations,
  ...objectOperations,
}
