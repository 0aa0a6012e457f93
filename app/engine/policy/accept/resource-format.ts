/**
 * What IAM says about a resource it cannot read as an ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const partitions = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
]

const iamTypes = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
]

const IAM_PATH_MESSAGE = `IAM resource path must either be "*", root, or start with ${iamTypes.join(', ')}.`

/** Buckets and objects have no Region; these kinds of S3 resource do. */
const regionalS3 =
  /^(?:\*|accesspoint|job|storage-lens|storage-lens-group|access-grants|async-request)/

const isPartition = (text: string | undefined) =>
  text !== undefined && (partitions.includes(text) || text.includes('*'))

export const isS3Regional = (name: string) => regionalS3.test(name)

/** A shape the older reader gives up on: a field is skipped and others are missing. */
export function failsLegacyParsing(resource: string) {
  const [, partition, vendor, ...rest] = resource.split(':')
  if (!isPartition(partition) || vendor === undefined) return false
  return vendor === '' || (rest.length < 3 && resource.includes('::'))
}

export function resourceError(resource: string): string | undefined {
  if (resource === '*') return undefined
  const fields = resource.split(':')
  const [, partition, vendor, region] = fields
  if (partition === undefined) return `Resource ${resource} must be in ARN format or "*".`
  if (!isPartition(partition)) return partitionError(partition, fields.slice(2))
  if (vendor === undefined)
    return 'Resource vendor must be fully qualified and cannot contain regexes.'
  const name = fields.length > 5 ? fields.slice(5).join(':') : undefined
  return regionError(resource, vendor, region ?? '', name) ?? iamPathError(vendor, name)
}

function partitionError(partition: string, fields: string[]) {
  const shown = [...fields, '*', '*', '*', '*'].slice(0, Math.max(4, fields.length))
  return `Partition "${partition}" is not valid for resource "arn:${partition}:${shown.join(':')}".`
}

function regionError(
  resource: string,
  vendor: string,
  region: string,
  name: string | undefined
) {
  if (region === '' || region === '*' || name === undefined) return undefined
  if (vendor === 'iam') return `IAM resource ${resource} cannot contain region information.`
  if (vendor === 's3' && !isS3Regional(name))
    return `Resource ${resource} can not contain region information.`
  return undefined
}

export function iamPathError(vendor: string, name: string | undefined) {
  if (vendor !== 'iam' || name === undefined) return undefined
  // AWS's own policies for root users name the root of an account
  if (name === '*' || name === 'root') return undefined
  return iamTypes.some((type) => name.startsWith(type)) ? undefined : IAM_PATH_MESSAGE
}
