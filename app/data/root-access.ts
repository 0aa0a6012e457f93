import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { isServiceError } from '~/engine/errors'
import { track } from '~/lib/idle'
import { type Caller, q, useCaller } from './client'
import { cloud } from './cloud'

export type RootFeature = 'RootCredentialsManagement' | 'RootSessions'

const IAM = 'iam.amazonaws.com'

export const rootFeaturesQuery = (caller: Caller) =>
  q(caller, 'iam', 'ListOrganizationsFeatures', {})

export const useRootFeatures = () => useQuery(rootFeaturesQuery(useCaller()))

/** Nothing is enabled before the organization lets IAM look into it. */
export const isNotEnabled = (error: unknown) =>
  isServiceError(error) && error.code === 'ServiceAccessNotEnabledException'

/** IAM has to be trusted by the organization before it can do anything for it. */
export async function enableFeatures(
  { iam, organizations }: AwsClient,
  features: readonly RootFeature[]
) {
  const { EnabledServicePrincipals = [] } =
    await organizations.listAWSServiceAccessForOrganization()
  if (!EnabledServicePrincipals.some(({ ServicePrincipal }) => ServicePrincipal === IAM)) {
    await organizations.enableAWSServiceAccess({ ServicePrincipal: IAM })
  }
  if (features.includes('RootCredentialsManagement')) {
    await iam.enableOrganizationsRootCredentialsManagement()
  }
  if (features.includes('RootSessions')) await iam.enableOrganizationsRootSessions()
}

export const disableFeature = ({ iam }: AwsClient, feature: RootFeature) =>
  feature === 'RootSessions'
    ? iam.disableOrganizationsRootSessions()
    : iam.disableOrganizationsRootCredentialsManagement()

type Task =
  | 'IAMAuditRootUserCredentials'
  | 'IAMDeleteRootUserCredentials'
  | 'IAMCreateRootUserPassword'
  | 'S3UnlockBucketPolicy'

/** A client as root of a member account, good for one task. */
async function asRoot({ sts }: AwsClient, account: string, task: Task) {
  const { Credentials } = await sts.assumeRoot({
    TargetPrincipal: account,
    TaskPolicyArn: { arn: `arn:aws:iam::aws:policy/root-task/${task}` },
  })
  return cloud().client({
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  })
}

async function hasPassword({ iam }: AwsClient) {
  try {
    await iam.getLoginProfile()
    return true
  } catch (error) {
    if (isServiceError(error) && error.code === 'NoSuchEntity') return false
    throw error
  }
}

async function credentialsOf(client: AwsClient) {
  const { iam } = client
  const [password, keys, devices, certificates] = await Promise.all([
    hasPassword(client),
    iam.listAccessKeys(),
    iam.listMFADevices(),
    iam.listSigningCertificates(),
  ])
  return {
    password,
    keys: keys.AccessKeyMetadata ?? [],
    devices: devices.MFADevices ?? [],
    certificates: certificates.Certificates ?? [],
  }
}

async function rootCredentials(client: AwsClient, account: string): Promise<string[]> {
  const root = await asRoot(client, account, 'IAMAuditRootUserCredentials')
  const { password, keys, devices, certificates } = await credentialsOf(root)
  return [
    ...(password ? ['Password'] : []),
    ...(keys.length > 0 ? ['Access keys'] : []),
    ...(devices.length > 0 ? ['MFA devices'] : []),
    ...(certificates.length > 0 ? ['Signing certificates'] : []),
  ]
}

/** What kinds of credentials root of a member account has. */
export function useRootCredentials(account: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'iam', 'root credentials', account],
    queryFn: () => track(rootCredentials(caller.client(), account)),
  })
}

export async function deleteRootCredentials(client: AwsClient, account: string) {
  const root = await asRoot(client, account, 'IAMDeleteRootUserCredentials')
  const { iam } = root
  const { password, keys, devices, certificates } = await credentialsOf(root)
  for (const { AccessKeyId } of keys) await iam.deleteAccessKey({ AccessKeyId })
  for (const { CertificateId } of certificates) {
    await iam.deleteSigningCertificate({ CertificateId })
  }
  for (const { SerialNumber } of devices) {
    await iam.deactivateMFADevice({ SerialNumber })
    await iam.deleteVirtualMFADevice({ SerialNumber })
  }
  if (password) await iam.deleteLoginProfile()
}

export async function allowPasswordRecovery(client: AwsClient, account: string) {
  const { iam } = await asRoot(client, account, 'IAMCreateRootUserPassword')
  await iam.createLoginProfile()
}

export async function deleteBucketPolicy(
  client: AwsClient,
  account: string,
  Bucket: string
) {
  const { s3 } = await asRoot(client, account, 'S3UnlockBucketPolicy')
  await s3.deleteBucketPolicy({ Bucket })
}
