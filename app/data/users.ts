import { useQuery } from '@tanstack/react-query'
import { type Caller, isNotFound, orNotFound, q, qAll, useCaller } from './client'

export const usersQuery = (caller: Caller) =>
  qAll(caller, 'ListUsers', {}, (page) => page.Users)

export const useUsers = (enabled = true) =>
  useQuery({ ...usersQuery(useCaller()), enabled })

export const userQuery = (caller: Caller, UserName: string) =>
  q(caller, 'iam', 'GetUser', { UserName })

/** A page's main question: a user that is not there is the error boundary's business. */
export const useUser = (name: string) =>
  useQuery({ ...userQuery(useCaller(), name), ...orNotFound })

export const useUserTags = (UserName = '', enabled = true) =>
  useQuery({
    ...qAll(useCaller(), 'ListUserTags', { UserName }, (page) => page.Tags),
    enabled,
  })

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

/** The root user has no name: its calls leave it out. */
export type Owner = string | undefined

export const named = (UserName: Owner) => (UserName === undefined ? {} : { UserName })

export const useAccessKeys = (owner: Owner) =>
  useQuery(
    qAll(useCaller(), 'ListAccessKeys', named(owner), (page) => page.AccessKeyMetadata)
  )

export const useAccessKeyLastUsed = (AccessKeyId: string) =>
  useQuery(q(useCaller(), 'iam', 'GetAccessKeyLastUsed', { AccessKeyId }))

export const useMfaDevices = (owner: Owner) =>
  useQuery(qAll(useCaller(), 'ListMFADevices', named(owner), (page) => page.MFADevices))

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
