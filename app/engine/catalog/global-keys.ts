/**
 * Global condition keys: the type of their values, and whether a request has several at once.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export type KeyType =
  'string' | 'arn' | 'bool' | 'numeric' | 'date' | 'ip' | 'date-or-numeric'

const byType: Record<KeyType, string> = {
  string: `aws:AssumedRoot aws:CalledVia aws:CalledViaFirst aws:CalledViaLast
    aws:CalledViaAWSMCP aws:Ec2InstanceSourceVpc aws:FederatedProvider aws:PrincipalAccount
    aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalServiceName aws:PrincipalServiceNamesList
    aws:PrincipalType aws:Referer aws:RequestedRegion aws:ResourceAccount aws:ResourceOrgID
    aws:ResourceOrgPaths aws:SourceAccount aws:SourceIdentity aws:SourceOrgID
    aws:SourceOrgPaths aws:SourceVpc aws:SourceVpce aws:TagKeys aws:UserAgent aws:UserId
    aws:Username aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths`,
  arn: `aws:ARN aws:ChatbotSourceArn aws:PrincipalArn aws:SignInSessionArn aws:SourceArn
    aws:SourceVpcArn`,
  bool: `aws:IsMcpServiceAction aws:MultiFactorAuthPresent aws:PrincipalIsAWSService
    aws:SecureTransport aws:ViaAWSMCPService aws:ViaAWSService`,
  numeric: 'aws:MultiFactorAuthAge',
  date: 'aws:CurrentTime aws:TokenIssueTime',
  ip: 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp',
  'date-or-numeric': 'aws:EpochTime',
}

const types = new Map<string, KeyType>(
  // keys of a constant table are its own
  (Object.keys(byType) as KeyType[]).flatMap((type) =>
    byType[type].split(/\s+/).map((key): [string, KeyType] => [key.toLowerCase(), type])
  )
)

/** In AWS's spelling; those that end in the name of a tag are in `tagKeyPrefixes`. */
export const globalKeyNames = Object.values(byType).flatMap((keys) => keys.split(/\s+/))

/** Keys that end in the name of a tag. */
export const tagKeyPrefixes = ['aws:principaltag/', 'aws:requesttag/', 'aws:resourcetag/']

const isTagKey = (key: string) => tagKeyPrefixes.some((prefix) => key.startsWith(prefix))

/** All take the key in lower case. */
export const globalKeyType = (key: string): KeyType | undefined =>
  isTagKey(key) ? 'string' : types.get(key)

const multiValued = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'aws:vpceorgpaths',
])

export const isMultiValued = (key: string) => multiValued.has(key)

/**
 * Keys that say who owns something: a pattern in their place lets strangers in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive
 */
const sensitive = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
])

export const isSensitive = (key: string) => sensitive.has(key)
