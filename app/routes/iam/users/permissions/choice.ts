import type { Group, Policy, User } from '@aws-sdk/client-iam'
import { decodeDocument } from '~/data/documents'
import type { AwsClient } from '~/engine'

export type Choice = {
  option: 'groups' | 'copy' | 'attach'
  groups: Group[]
  /** The user to copy from. */
  from?: User
  policies: Policy[]
}

export const noChoice: Choice = { option: 'groups', groups: [], policies: [] }

/** Only the option on show counts; what was chosen under another one is kept for a return. */
export const isEmptyChoice = ({ option, groups, from, policies }: Choice) =>
  (option === 'groups' && groups.length === 0) ||
  (option === 'copy' && !from) ||
  (option === 'attach' && policies.length === 0)

/** Gives a user what was chosen. */
export async function applyChoice(client: AwsClient, UserName: string, choice: Choice) {
  const { iam } = client
  if (choice.option === 'groups') {
    for (const { GroupName } of choice.groups) {
      await iam.addUserToGroup({ UserName, GroupName })
    }
  }
  if (choice.option === 'attach') {
    for (const { Arn } of choice.policies) {
      await iam.attachUserPolicy({ UserName, PolicyArn: Arn })
    }
  }
  if (choice.option === 'copy' && choice.from?.UserName) {
    await copyPermissions(client, choice.from.UserName, UserName)
  }
}

/** Groups, managed and inline policies, and the boundary. */
async function copyPermissions({ iam }: AwsClient, from: string, UserName: string) {
  const { Groups = [] } = await iam.listGroupsForUser({ UserName: from })
  for (const { GroupName } of Groups) await iam.addUserToGroup({ UserName, GroupName })
  const { AttachedPolicies = [] } = await iam.listAttachedUserPolicies({ UserName: from })
  for (const { PolicyArn } of AttachedPolicies) {
    await iam.attachUserPolicy({ UserName, PolicyArn })
  }
  const { PolicyNames = [] } = await iam.listUserPolicies({ UserName: from })
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument } = await iam.getUserPolicy({ UserName: from, PolicyName })
    await iam.putUserPolicy({
      UserName,
      PolicyName,
      PolicyDocument: decodeDocument(PolicyDocument),
    })
  }
  const boundary = (await iam.getUser({ UserName: from })).User?.PermissionsBoundary
  if (boundary?.PermissionsBoundaryArn) {
    await iam.putUserPermissionsBoundary({
      UserName,
      PermissionsBoundary: boundary.PermissionsBoundaryArn,
    })
  }
}
