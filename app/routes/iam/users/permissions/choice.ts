import type { Group, Policy, User } from '@aws-sdk/client-iam'
import { decodeDocument } from '~/data/documents'
import type { Step } from '~/data/progress'
import type { AwsClient } from '~/engine'
import { nameOf } from '~/engine/arn'

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

const join = ({ iam }: AwsClient, UserName: string, GroupName = ''): Step => ({
  what: `Add to group ${GroupName}`,
  of: UserName,
  call: () => iam.addUserToGroup({ UserName, GroupName }),
})

const attach = ({ iam }: AwsClient, UserName: string, PolicyArn = ''): Step => ({
  what: `Attach policy ${nameOf(PolicyArn)}`,
  of: [UserName, PolicyArn],
  call: () => iam.attachUserPolicy({ UserName, PolicyArn }),
})

/** The calls that give a user what was chosen. Copying has to read first. */
export async function choiceSteps(
  client: AwsClient,
  UserName: string,
  { option, groups, policies, from }: Choice
): Promise<Step[]> {
  if (option === 'groups') {
    return groups.map(({ GroupName }) => join(client, UserName, GroupName))
  }
  if (option === 'attach') return policies.map(({ Arn }) => attach(client, UserName, Arn))
  return from?.UserName ? copySteps(client, from.UserName, UserName) : []
}

/** Groups, managed and inline policies, and the boundary. */
async function copySteps(
  client: AwsClient,
  from: string,
  UserName: string
): Promise<Step[]> {
  const { iam } = client
  const of = { UserName: from }
  const { Groups = [] } = await iam.listGroupsForUser(of)
  const { AttachedPolicies = [] } = await iam.listAttachedUserPolicies(of)
  const { PolicyNames = [] } = await iam.listUserPolicies(of)
  const boundary = (await iam.getUser(of)).User?.PermissionsBoundary
  const PermissionsBoundary = boundary?.PermissionsBoundaryArn
  return [
    ...Groups.map(({ GroupName }) => join(client, UserName, GroupName)),
    ...AttachedPolicies.map(({ PolicyArn }) => attach(client, UserName, PolicyArn)),
    ...PolicyNames.map((PolicyName) => ({
      what: `Copy inline policy ${PolicyName}`,
      of: [from, UserName],
      call: () => copyInline(client, from, UserName, PolicyName),
    })),
    ...(PermissionsBoundary
      ? [
          {
            what: `Set permissions boundary ${nameOf(PermissionsBoundary)}`,
            of: UserName,
            call: () => iam.putUserPermissionsBoundary({ UserName, PermissionsBoundary }),
          },
        ]
      : []),
  ]
}

async function copyInline(
  { iam }: AwsClient,
  from: string,
  UserName: string,
  PolicyName: string
) {
  const { PolicyDocument } = await iam.getUserPolicy({ UserName: from, PolicyName })
  await iam.putUserPolicy({
    UserName,
    PolicyName,
    PolicyDocument: decodeDocument(PolicyDocument),
  })
}
