/** Policies that are part of one user, group or role. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { allPages, orNotFound, useCaller, type Caller } from './client'
import { decodeDocument } from './documents'

export type InlineHolder = { type: 'User' | 'Role' | 'Group'; name: string }

type Calls = {
  /** Characters of all inline policies of one holder together, white space not counted. */
  quota: number
  names: (client: AwsClient, holder: string) => Promise<string[]>
  read: (
    client: AwsClient,
    holder: string,
    policy: string
  ) => Promise<{ PolicyDocument?: string | undefined }>
  put: (
    client: AwsClient,
    holder: string,
    policy: string,
    document: string
  ) => Promise<unknown>
}

/** Quotas: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const calls: Record<InlineHolder['type'], Calls> = {
  User: {
    quota: 2048,
    names: (client, UserName) =>
      allPages(client, 'ListUserPolicies', { UserName }, (page) => page.PolicyNames),
    read: ({ iam }, UserName, PolicyName) => iam.getUserPolicy({ UserName, PolicyName }),
    put: ({ iam }, UserName, PolicyName, PolicyDocument) =>
      iam.putUserPolicy({ UserName, PolicyName, PolicyDocument }),
  },
  Role: {
    quota: 10_240,
    names: (client, RoleName) =>
      allPages(client, 'ListRolePolicies', { RoleName }, (page) => page.PolicyNames),
    read: ({ iam }, RoleName, PolicyName) => iam.getRolePolicy({ RoleName, PolicyName }),
    put: ({ iam }, RoleName, PolicyName, PolicyDocument) =>
      iam.putRolePolicy({ RoleName, PolicyName, PolicyDocument }),
  },
  Group: {
    quota: 5120,
    names: (client, GroupName) =>
      allPages(client, 'ListGroupPolicies', { GroupName }, (page) => page.PolicyNames),
    read: ({ iam }, GroupName, PolicyName) => iam.getGroupPolicy({ GroupName, PolicyName }),
    put: ({ iam }, GroupName, PolicyName, PolicyDocument) =>
      iam.putGroupPolicy({ GroupName, PolicyName, PolicyDocument }),
  },
}

export const inlineQuota = ({ type }: InlineHolder) => calls[type].quota

export const putInlinePolicy = (
  client: AwsClient,
  { type, name }: InlineHolder,
  policy: string,
  document: string
) => calls[type].put(client, name, policy, document)

const inlineQuery = (caller: Caller, { type, name }: InlineHolder, policy: string) => ({
  queryKey: [caller.key, 'iam', 'inline policy', type, name, policy],
  queryFn: async () => {
    const { PolicyDocument } = await calls[type].read(caller.client(), name, policy)
    return decodeDocument(PolicyDocument)
  },
})

/** The text of one; which of them is not there is the error boundary's business. */
export const useInlinePolicy = (holder: InlineHolder, policy: string) =>
  useQuery({ ...inlineQuery(useCaller(), holder, policy), ...orNotFound })

/**
 * The texts of all the others, which share the quota with this one. What one may not read
 * counts for nothing: the API has the last word.
 */
export function useOtherInlinePolicies(holder: InlineHolder, except: string): string[] {
  const caller = useCaller()
  const { data: names = [] } = useQuery({
    queryKey: [caller.key, 'iam', 'inline policies', holder.type, holder.name],
    queryFn: () => calls[holder.type].names(caller.client(), holder.name),
  })
  const texts = useQueries({
    queries: names
      .filter((name) => name !== except)
      .map((name) => inlineQuery(caller, holder, name)),
  })
  return texts.flatMap(({ data }) => data ?? [])
}
