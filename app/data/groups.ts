import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import type { Step } from './progress'
import { allPages, type Caller, orNotFound, q, qAll, useCaller } from './client'

export const groupsQuery = (caller: Caller) =>
  qAll(caller, 'ListGroups', {}, (page) => page.Groups)

export const useGroups = (enabled = true) =>
  useQuery({ ...groupsQuery(useCaller()), enabled })

export const groupQuery = (caller: Caller, GroupName: string) =>
  q(caller, 'iam', 'GetGroup', { GroupName, MaxItems: 1000 })

/** A page's main question: a group that is not there is the error boundary's business. */
export const useGroup = (name: string) =>
  useQuery({ ...groupQuery(useCaller(), name), ...orNotFound })

/** For a cell: any error stays in it. */
export const useGroupQuietly = (name: string) => useQuery(groupQuery(useCaller(), name))

export const attachedGroupPoliciesQuery = (caller: Caller, GroupName: string) =>
  qAll(caller, 'ListAttachedGroupPolicies', { GroupName }, (page) => page.AttachedPolicies)

export const useAttachedGroupPolicies = (name: string) =>
  useQuery(attachedGroupPoliciesQuery(useCaller(), name))

export const groupPolicyNamesQuery = (caller: Caller, GroupName: string) =>
  qAll(caller, 'ListGroupPolicies', { GroupName }, (page) => page.PolicyNames)

export const useGroupPolicyNames = (name: string) =>
  useQuery(groupPolicyNamesQuery(useCaller(), name))

export const groupPolicyQuery = (caller: Caller, GroupName: string, PolicyName: string) =>
  q(caller, 'iam', 'GetGroupPolicy', { GroupName, PolicyName })

export const useGroupPolicy = (GroupName: string, PolicyName: string) =>
  useQuery(groupPolicyQuery(useCaller(), GroupName, PolicyName))

/**
 * IAM refuses to delete a group that holds anything, so the console clears it first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_delete.html
 */
export async function deleteGroupSteps(
  client: AwsClient,
  GroupName: string
): Promise<Step[]> {
  const { iam } = client
  const of = { GroupName }
  const users = await allPages(client, 'GetGroup', of, (page) => page.Users)
  const attached = await allPages(
    client,
    'ListAttachedGroupPolicies',
    of,
    (page) => page.AttachedPolicies
  )
  const names = await allPages(client, 'ListGroupPolicies', of, (page) => page.PolicyNames)
  return [
    ...users.map(({ UserName }) => ({
      what: `Remove user ${UserName} from group ${GroupName}`,
      call: () => iam.removeUserFromGroup({ GroupName, UserName }),
    })),
    ...attached.map(({ PolicyName, PolicyArn }) => ({
      what: `Detach policy ${PolicyName} from group ${GroupName}`,
      call: () => iam.detachGroupPolicy({ GroupName, PolicyArn }),
    })),
    ...names.map((PolicyName) => ({
      what: `Delete inline policy ${PolicyName} of group ${GroupName}`,
      call: () => iam.deleteGroupPolicy({ GroupName, PolicyName }),
    })),
    { what: `Delete group ${GroupName}`, call: () => iam.deleteGroup(of) },
  ]
}
