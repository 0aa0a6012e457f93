import { serviceError } from '../errors'

const RESERVED_ENDS = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3']
const RESERVED_STARTS = ['xn--', 'sthree-', 'amzn-s3-demo-']

/**
 * What is wrong with a name, in the console's words; nothing when it may be used.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function bucketNameProblem(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) {
    return 'Bucket name must be between 3 and 63 characters long.'
  }
  if (!/^[a-z0-9.-]+$/.test(name)) {
    return 'Bucket name can only contain lowercase letters, numbers, periods (.), and hyphens (-).'
  }
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name)) {
    return 'Bucket name must begin and end with a letter or number.'
  }
  if (name.includes('..')) return 'Bucket name must not contain two adjacent periods.'
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) {
    return 'Bucket name must not be formatted as an IP address.'
  }
  const start = RESERVED_STARTS.find((text) => name.startsWith(text))
  if (start) return `Bucket name must not start with the prefix ${start}.`
  const end = RESERVED_ENDS.find((text) => name.endsWith(text))
  return end && `Bucket name must not end with the suffix ${end}.`
}

export function checkBucketName(name: string) {
  if (bucketNameProblem(name)) {
    throw serviceError('InvalidBucketName', 'The specified bucket is not valid.')
  }
}
