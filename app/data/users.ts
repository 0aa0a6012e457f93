import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { isServiceError } from '~/engine/errors'
import { allPages, type Caller, isNotFound, orNotFound, q, qAll, useCaller } from './client'

export const usersQuery = (caller: Caller) =>
  qAll(caller, 'ListUsers', {}, (page) => page.Users)

export const useUsers = (enabled = true) =>
  useQuery({ ...usersQuery(useCaller()), enabled })

export const userQuery = (caller: Caller, UserName: string) =>
  q(caller, 'iam', 'GetUser', { UserName })

/** A page's main question: a user that is not there is the error boundary's business. */
export const useUser = (name: string) =>
  useQuery({ ...userQuery(useCaller(), name), ...orNotFound })

export const useUserTags = (UserName: string) =>
  useQuery(qAll(useCaller(), 'ListUserTags', { UserName }, (page) => page.Tags))

export const userGroupsQuery = (caller: Caller, UserName: string) =>
  qAll(caller, 'ListGroupsForUser', { UserName }, (page) => page.Groups)

export const useUserGroups = (name: string) => useQuery(userGroupsQuery(useCaller(), name))

export const attachedUserPoliciesQuery = (caller: Caller, UserName: string) =>
  qAll(caller, 'ListAttachedUserPolicies', { UserName }, (page) => page.AttachedPolicies)

export const useAttachedUserPolicies = (name: string) =>
  useQuery(attachedUserPoliciesQuery(useCaller(), name))

export const useUserPolicyNames = (UserName: string) =>
  useQuery(qAll(useCaller(), 'ListUserPolicies', { UserName }, (page) => page.PolicyNames))

export const useUserPolicy = (UserName: string, PolicyName: string) =>
  useQuery(q(useCaller(), 'iam', 'GetUserPolicy', { UserName, PolicyName }))

export const useAccessKeys = (UserName: string) =>
  useQuery(
    qAll(useCaller(), 'ListAccessKeys', { UserName }, (page) => page.AccessKeyMetadata)
  )

export const useAccessKeyLastUsed = (AccessKeyId: string) =>
  useQuery(q(useCaller(), 'iam', 'GetAccessKeyLastUsed', { AccessKeyId }))

export const useMfaDevices = (UserName: string) =>
  useQuery(qAll(useCaller(), 'ListMFADevices', { UserName }, (page) => page.MFADevices))

/** `null` is a user without console access, for which IAM answers NoSuchEntity. */
export function useLoginProfile(UserName: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'iam', 'login profile', UserName],
    queryFn: async () => {
      try {
        const { LoginProfile } = await caller.client().iam.getLoginProfile({ UserName })
        return LoginProfile ?? null
      } catch (error) {
        if (isNotFound(error)) return null
        throw error
      }
    },
  })
}

/**
 * IAM refuses to delete a user that holds anything, so the console clears it first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html
 */
export async function deleteUser(client: AwsClient, UserName: string) {
  const { iam } = client
  const of = { UserName }
  const groups = await allPages(client, 'ListGroupsForUser', of, (page) => page.Groups)
  for (const { GroupName } of groups) await iam.removeUserFromGroup({ GroupName, UserName })
  for (const { PolicyArn } of await allPages(
    client,
    'ListAttachedUserPolicies',
    of,
    (page) => page.AttachedPolicies
  )) {
    await iam.detachUserPolicy({ UserName, PolicyArn })
  }
  const names = await allPages(client, 'ListUserPolicies', of, (page) => page.PolicyNames)
  for (const PolicyName of names) await iam.deleteUserPolicy({ UserName, PolicyName })
  await deleteCredentials(client, UserName)
  await iam.deleteUser({ UserName })
}

/** Everything that a user signs in or signs with. */
async function deleteCredentials(client: AwsClient, UserName: string) {
  const { iam } = client
  const of = { UserName }
  const keys = await allPages(
    client,
    'ListAccessKeys',
    of,
    (page) => page.AccessKeyMetadata
  )
  for (const { AccessKeyId } of keys) await iam.deleteAccessKey({ UserName, AccessKeyId })
  const devices = await allPages(client, 'ListMFADevices', of, (page) => page.MFADevices)
  for (const { SerialNumber } of devices) {
    await iam.deactivateMFADevice({ UserName, SerialNumber })
    await iam.deleteVirtualMFADevice({ SerialNumber })
  }
  for (const { SSHPublicKeyId } of await allPages(
    client,
    'ListSSHPublicKeys',
    of,
    (page) => page.SSHPublicKeys
  )) {
    await iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId })
  }
  for (const { CertificateId } of await allPages(
    client,
    'ListSigningCertificates',
    of,
    (page) => page.Certificates
  )) {
    await iam.deleteSigningCertificate({ UserName, CertificateId })
  }
  const { ServiceSpecificCredentials: others = [] } =
    await iam.listServiceSpecificCredentials(of)
  for (const { ServiceSpecificCredentialId } of others) {
    await iam.deleteServiceSpecificCredential({ UserName, ServiceSpecificCredentialId })
  }
  try {
    await iam.deleteLoginProfile(of)
  } catch (error) {
    // a user without a password has no profile to delete
    if (!isServiceError(error) || error.code !== 'NoSuchEntity') throw error
  }
}
