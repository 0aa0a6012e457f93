/** What has to be done, call by call, before a user can be deleted, and that. */
import type { AwsClient } from '~/engine'
import { isServiceError } from '~/engine/errors'
import { allPages } from './client'
import type { Step } from './progress'

/**
 * IAM refuses to delete a user that holds anything, so the console clears it first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html
 */
export async function deleteUserSteps(
  client: AwsClient,
  UserName: string
): Promise<Step[]> {
  const { iam } = client
  return [
    ...(await groupAndPolicySteps(client, UserName)),
    ...(await credentialSteps(client, UserName)),
    { what: `Delete user ${UserName}`, call: () => iam.deleteUser({ UserName }) },
  ]
}

async function groupAndPolicySteps(client: AwsClient, UserName: string): Promise<Step[]> {
  const { iam } = client
  const of = { UserName }
  const groups = await allPages(client, 'ListGroupsForUser', of, (page) => page.Groups)
  const attached = await allPages(
    client,
    'ListAttachedUserPolicies',
    of,
    (page) => page.AttachedPolicies
  )
  const names = await allPages(client, 'ListUserPolicies', of, (page) => page.PolicyNames)
  return [
    ...groups.map(({ GroupName }) => ({
      what: `Remove user ${UserName} from group ${GroupName}`,
      call: () => iam.removeUserFromGroup({ GroupName, UserName }),
    })),
    ...attached.map(({ PolicyName, PolicyArn }) => ({
      what: `Detach policy ${PolicyName} from user ${UserName}`,
      call: () => iam.detachUserPolicy({ UserName, PolicyArn }),
    })),
    ...names.map((PolicyName) => ({
      what: `Delete inline policy ${PolicyName} of user ${UserName}`,
      call: () => iam.deleteUserPolicy({ UserName, PolicyName }),
    })),
  ]
}

/** Everything that a user signs in or signs with. */
async function credentialSteps(client: AwsClient, UserName: string): Promise<Step[]> {
  const { iam } = client
  const of = { UserName }
  const keys = await allPages(
    client,
    'ListAccessKeys',
    of,
    (page) => page.AccessKeyMetadata
  )
  const devices = await allPages(client, 'ListMFADevices', of, (page) => page.MFADevices)
  return [
    ...keys.map(({ AccessKeyId }) => ({
      what: `Delete access key ${AccessKeyId}`,
      call: () => iam.deleteAccessKey({ UserName, AccessKeyId }),
    })),
    ...devices.flatMap(({ SerialNumber }) => [
      {
        what: `Deactivate MFA device ${SerialNumber}`,
        call: () => iam.deactivateMFADevice({ UserName, SerialNumber }),
      },
      {
        what: `Delete MFA device ${SerialNumber}`,
        call: () => iam.deleteVirtualMFADevice({ SerialNumber }),
      },
    ]),
    ...(await rarerCredentialSteps(client, UserName)),
    { what: `Disable console access of ${UserName}`, call: () => disable(client, of) },
  ]
}

async function rarerCredentialSteps(client: AwsClient, UserName: string): Promise<Step[]> {
  const { iam } = client
  const of = { UserName }
  const sshKeys = await allPages(
    client,
    'ListSSHPublicKeys',
    of,
    (page) => page.SSHPublicKeys
  )
  const certificates = await allPages(
    client,
    'ListSigningCertificates',
    of,
    (page) => page.Certificates
  )
  const { ServiceSpecificCredentials: others = [] } =
    await iam.listServiceSpecificCredentials(of)
  return [
    ...sshKeys.map(({ SSHPublicKeyId }) => ({
      what: `Delete SSH key ${SSHPublicKeyId}`,
      call: () => iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId }),
    })),
    ...certificates.map(({ CertificateId }) => ({
      what: `Delete certificate ${CertificateId}`,
      call: () => iam.deleteSigningCertificate({ UserName, CertificateId }),
    })),
    ...others.map(({ ServiceName, ServiceSpecificCredentialId }) => ({
      what: `Delete credential ${ServiceSpecificCredentialId} for ${ServiceName}`,
      call: () =>
        iam.deleteServiceSpecificCredential({ UserName, ServiceSpecificCredentialId }),
    })),
  ]
}

async function disable({ iam }: AwsClient, of: { UserName: string }) {
  try {
    await iam.deleteLoginProfile(of)
  } catch (error) {
    // a user without a password has no profile to delete
    if (!isServiceError(error) || error.code !== 'NoSuchEntity') throw error
  }
}
