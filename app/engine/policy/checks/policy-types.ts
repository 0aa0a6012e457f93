/**
 * Resource types whose policies have rules of their own.
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html
 */
type PolicyType = {
  /** Prefixes of the services whose actions the policy can speak of. */
  actions: string[]
  /** Services whose ARNs it can name. */
  resources: string[]
  /** Keys, in lower case, that say nothing to the owner of such a resource. */
  irrelevantKeys: string[]
}

const s3: PolicyType = {
  actions: ['s3'],
  resources: ['s3'],
  irrelevantKeys: ['s3:resourceaccount'],
}

const types: Record<string, PolicyType> = {
  'AWS::S3::Bucket': { ...s3, actions: ['s3', 's3-object-lambda'] },
  'AWS::S3::AccessPoint': s3,
  'AWS::S3::MultiRegionAccessPoint': s3,
  'AWS::S3ObjectLambda::AccessPoint': {
    actions: ['s3-object-lambda'],
    resources: ['s3-object-lambda'],
    irrelevantKeys: [],
  },
  'AWS::DynamoDB::Table': {
    actions: ['dynamodb'],
    resources: ['dynamodb'],
    irrelevantKeys: [],
  },
}

export const policyTypes = (resourceType: string | undefined) =>
  resourceType !== undefined && Object.hasOwn(types, resourceType)
    ? types[resourceType]
    : undefined

/** A role's trust policy is, for the published checks, one more policy on a resource. */
export const TRUST_POLICY = 'AWS::IAM::AssumeRolePolicyDocument'
