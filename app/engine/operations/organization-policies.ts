/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html */
import type { PolicySummary, TargetType } from '@aws-sdk/client-organizations'
import type { OrganizationsOperations } from '../api'
import { nameOf } from '../arn'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { Organization, OrganizationPolicy, World } from '../model'
import {
  accountShape,
  allUnits,
  constrain,
  pageOf,
  paging,
  partArn,
  readOrganization,
  ROOT,
} from './organization-members'
import { given } from './params'

const kinds = {
  SERVICE_CONTROL_POLICY: 'scps',
  RESOURCE_CONTROL_POLICY: 'rcps',
} as const

type Type = keyof typeof kinds

const policyId = {
  required: true,
  pattern: /^p-[\w-]{1,128}$/,
  shown: '^p-[0-9a-zA-Z_]{8,128}$',
}

const filter = { required: true, min: 1, max: 64 }

const targetId = { required: true, min: 4, max: 68 }

type Attached = OrganizationPolicy & { type: Type; id: string; targets: string[] }

/** Of the two types, whatever else is asked for: there are no others here. */
const typesOf = (asked: string | undefined) =>
  (['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const).filter(
    (type) => asked === undefined || type === asked
  )

/** Every policy once, with all that it is attached to. */
function policiesIn(organization: Organization, asked?: string): Attached[] {
  const byArn = new Map<string, Attached>()
  for (const type of typesOf(asked)) {
    for (const [target, policies] of Object.entries(organization[kinds[type]])) {
      for (const policy of policies) {
        const before = byArn.get(policy.arn)
        const of = before ?? { ...policy, type, id: nameOf(policy.arn), targets: [] }
        of.targets.push(target === 'root' ? ROOT : target)
        byArn.set(policy.arn, of)
      }
    }
  }
  return [...byArn.values()]
}

const isAwsManaged = ({ name, arn }: OrganizationPolicy) =>
  arn.includes('::aws:policy/') || /^(?:RCP)?FullAWSAccess$/.test(name)

const summaryOf = (policy: Attached): PolicySummary => ({
  Id: policy.id,
  Arn: policy.arn,
  Name: policy.name,
  Type: policy.type,
  AwsManaged: isAwsManaged(policy),
  Description: isAwsManaged(policy) ? 'Allows access to every operation' : '',
})

function thePolicy(organization: Organization, id: string): Attached {
  const found = policiesIn(organization).find((policy) => policy.id === id)
  if (found) return found
  throw serviceError(
    'PolicyNotFoundException',
    "We can't find a policy with the PolicyId that you specified."
  )
}

const onPolicy = ({ world, input }: { world: World; input: { PolicyId?: string } }) => {
  const { organization } = world
  const id = given(input.PolicyId)
  const found = organization && policiesIn(organization).find((each) => each.id === id)
  return { arn: found?.arn ?? '*' }
}

const typeOfTarget = (id: string): TargetType =>
  /^\d{12}$/.test(id) ? 'ACCOUNT' : id === ROOT ? 'ROOT' : 'ORGANIZATIONAL_UNIT'

const targetName = (world: World, organization: Organization, id: string) => {
  const type = typeOfTarget(id)
  if (type === 'ACCOUNT') return accountShape(world, organization, id).Name ?? id
  return type === 'ROOT' ? 'Root' : id
}

function theTarget(organization: Organization, id: string) {
  const isThere =
    id === ROOT ||
    Object.hasOwn(organization.accounts, id) ||
    allUnits(organization).includes(id)
  if (isThere) return id
  throw serviceError(
    'TargetNotFoundException',
    "We can't find a root, OU, account, or policy with the TargetId that you specified."
  )
}

export const organizationPolicyOperations = {
  ListPolicies: {
    check: constrain({ Filter: filter, ...paging }),
    on: ({ input }) => ({
      arn: '*',
      context: { 'organizations:PolicyType': given(input.Filter) },
    }),
    run: (call) => {
      const organization = readOrganization(call)
      const policies = policiesIn(organization, given(call.input.Filter))
      const { items, more } = pageOf(policies, call.input)
      return { Policies: items.map(summaryOf), ...more }
    },
  },

  DescribePolicy: {
    check: constrain({ PolicyId: policyId }),
    on: onPolicy,
    run: (call) => {
      const policy = thePolicy(readOrganization(call), given(call.input.PolicyId))
      return { Policy: { PolicySummary: summaryOf(policy), Content: policy.document } }
    },
  },

  ListTargetsForPolicy: {
    check: constrain({ PolicyId: policyId, ...paging }),
    on: onPolicy,
    run: (call) => {
      const organization = readOrganization(call)
      const { targets } = thePolicy(organization, given(call.input.PolicyId))
      const { items, more } = pageOf(targets, call.input)
      const Targets = items.map((id) => ({
        TargetId: id,
        Arn: partArn(call.world, id),
        Name: targetName(call.world, organization, id),
        Type: typeOfTarget(id),
      }))
      return { Targets, ...more }
    },
  },

  ListPoliciesForTarget: {
    check: constrain({ TargetId: targetId, Filter: filter, ...paging }),
    on: ({ world, input }) => ({ arn: partArn(world, input.TargetId) }),
    run: (call) => {
      const organization = readOrganization(call)
      const target = theTarget(organization, given(call.input.TargetId))
      const attached = policiesIn(organization, given(call.input.Filter)).filter(
        ({ targets }) => targets.includes(target)
      )
      const { items, more } = pageOf(attached, call.input)
      return { Policies: items.map(summaryOf), ...more }
    },
  },
} satisfies Partial<OperationTable<OrganizationsOperations>>
