import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { bucketNameProblem } from '~/engine/operations/bucket-name'
import { type Caller, q, useCaller } from './client'

export { bucketNameProblem }

export const bucketsQuery = (caller: Caller) => q(caller, 's3', 'ListBuckets', {})

export const useBuckets = () => useQuery(bucketsQuery(useCaller()))

export type ObjectRow =
  | { kind: 'folder'; name: string; prefix: string }
  | { kind: 'object'; name: string; key: string; size: number; modified: Date | undefined }

const DELIMITER = '/'

/** What lies under a prefix: folders first, as the console lists them. All pages of it. */
async function listRows({ s3 }: AwsClient, Bucket: string, Prefix: string) {
  const rows: ObjectRow[] = []
  for (let ContinuationToken: string | undefined; ;) {
    const page = await s3.listObjectsV2({
      Bucket,
      Prefix,
      Delimiter: DELIMITER,
      ...(ContinuationToken ? { ContinuationToken } : {}),
    })
    if (!ContinuationToken) {
      for (const { Prefix: prefix = '' } of page.CommonPrefixes ?? []) {
        rows.push({ kind: 'folder', name: prefix.slice(Prefix.length), prefix })
      }
    }
    for (const { Key: key = '', Size: size = 0, LastModified } of page.Contents ?? []) {
      const name = key.slice(Prefix.length)
      // a folder made in the console is an empty object with its own name
      if (name) rows.push({ kind: 'object', name, key, size, modified: LastModified })
    }
    if (!page.IsTruncated) return rows
    ContinuationToken = page.NextContinuationToken
  }
}

export function useObjects(bucket: string, prefix: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 's3', 'objects', bucket, prefix],
    queryFn: () => listRows(caller.client(), bucket, prefix),
  })
}

export const useBucketPolicy = (Bucket: string) =>
  useQuery(q(useCaller(), 's3', 'GetBucketPolicy', { Bucket }))

/** A folder goes with everything in it. */
export async function deleteRow({ s3 }: AwsClient, Bucket: string, row: ObjectRow) {
  if (row.kind === 'object') return void (await s3.deleteObject({ Bucket, Key: row.key }))
  const { Contents = [] } = await s3.listObjectsV2({ Bucket, Prefix: row.prefix })
  for (const { Key } of Contents) await s3.deleteObject({ Bucket, Key })
}

export async function readObject({ s3 }: AwsClient, Bucket: string, Key: string) {
  const { Body, ContentType } = await s3.getObject({ Bucket, Key })
  const bytes = await Body.transformToByteArray()
  return new Blob([bytes.slice()], { type: ContentType ?? 'application/octet-stream' })
}
