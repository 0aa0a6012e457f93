import type {
  Account,
  OrganizationalUnit,
  PolicySummary,
  PolicyTargetSummary,
} from '@aws-sdk/client-organizations'
import type { AccessDetail } from '@aws-sdk/client-iam'
import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { isServiceError } from '~/engine/errors'
import { track } from '~/lib/idle'
import { type Caller, orNotFound, q, useCaller } from './client'

export type { AccessDetail, PolicySummary, PolicyTargetSummary }

export type PolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'

type Page<Item> = { items: Item[] | undefined; NextToken: string | undefined }

async function everyPage<Item>(
  ask: (token: { NextToken?: string }) => Promise<Page<Item>>
): Promise<Item[]> {
  const found: Item[] = []
  for (let NextToken: string | undefined; ;) {
    const page = await ask(NextToken ? { NextToken } : {})
    found.push(...(page.items ?? []))
    NextToken = page.NextToken
    if (!NextToken) return found
  }
}

export type OrganizationNode = {
  id: string
  name: string
  type: 'Root' | 'Organizational unit' | 'Account'
  /** Steps below the root. */
  depth: number
  /** As IAM's reports name it: `o-example/r-root/ou-games/111122223333`. */
  path: string
}

type Parent = Pick<OrganizationNode, 'id' | 'depth' | 'path'>

const unitsOf = ({ organizations }: AwsClient, ParentId: string) =>
  everyPage<OrganizationalUnit>(async (token) => {
    const page = await organizations.listOrganizationalUnitsForParent({
      ParentId,
      ...token,
    })
    return { items: page.OrganizationalUnits, NextToken: page.NextToken }
  })

const accountsOf = ({ organizations }: AwsClient, ParentId: string) =>
  everyPage<Account>(async (token) => {
    const page = await organizations.listAccountsForParent({ ParentId, ...token })
    return { items: page.Accounts, NextToken: page.NextToken }
  })

async function below(client: AwsClient, parent: Parent): Promise<OrganizationNode[]> {
  const [units, accounts] = await Promise.all([
    unitsOf(client, parent.id),
    accountsOf(client, parent.id),
  ])
  const nodeOf = (
    type: OrganizationNode['type'],
    { Id = '', Name = Id }: { Id?: string; Name?: string }
  ) => ({
    id: Id,
    name: Name,
    type,
    depth: parent.depth + 1,
    path: `${parent.path}/${Id}`,
  })
  const branches = await Promise.all(
    units.map(async (unit) => {
      const node = nodeOf('Organizational unit', unit)
      return [node, ...(await below(client, node))]
    })
  )
  return [...accounts.map((account) => nodeOf('Account', account)), ...branches.flat()]
}

/** From the root down, each with what is below it behind it. */
async function tree(client: AwsClient): Promise<OrganizationNode[]> {
  const { organizations } = client
  const { Organization } = await organizations.describeOrganization()
  const { Roots: [root] = [] } = await organizations.listRoots()
  const id = root?.Id ?? ''
  const path = `${Organization?.Id}/${id}`
  const first = { id, name: root?.Name ?? 'Root', type: 'Root' as const, depth: 0, path }
  return [first, ...(await below(client, first))]
}

const key = (caller: Caller, ...rest: unknown[]) => [caller.key, 'organizations', ...rest]

export const organizationTreeQuery = (caller: Caller) => ({
  queryKey: key(caller, 'tree'),
  queryFn: () => track(tree(caller.client())),
})

export const useOrganizationTree = () => useQuery(organizationTreeQuery(useCaller()))

/** Who manages it; any member may ask. */
export const useOrganization = () =>
  useQuery({
    ...q(useCaller(), 'organizations', 'DescribeOrganization', {}),
    select: ({ Organization }) => Organization,
  })

const policies = ({ organizations }: AwsClient, Filter: PolicyType) =>
  everyPage<PolicySummary>(async (token) => {
    const page = await organizations.listPolicies({ Filter, ...token })
    return { items: page.Policies, NextToken: page.NextToken }
  })

export const organizationPoliciesQuery = (caller: Caller, type: PolicyType) => ({
  queryKey: key(caller, 'policies', type),
  queryFn: () => track(policies(caller.client(), type)),
})

export const useOrganizationPolicies = (type: PolicyType) =>
  useQuery(organizationPoliciesQuery(useCaller(), type))

export const useOrganizationPolicy = (PolicyId: string) =>
  useQuery({
    ...q(useCaller(), 'organizations', 'DescribePolicy', { PolicyId }),
    ...orNotFound,
  })

const targets = ({ organizations }: AwsClient, PolicyId: string) =>
  everyPage<PolicyTargetSummary>(async (token) => {
    const page = await organizations.listTargetsForPolicy({ PolicyId, ...token })
    return { items: page.Targets, NextToken: page.NextToken }
  })

export function usePolicyTargets(PolicyId: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: key(caller, 'targets', PolicyId),
    queryFn: () => track(targets(caller.client(), PolicyId)),
  })
}

/** Reports that were asked for, so that looking at one again does not make another. */
const jobs = new Map<string, string>()

async function report(caller: Caller, EntityPath: string, policyId: string | undefined) {
  const { iam } = caller.client()
  const about = JSON.stringify([caller.key, EntityPath, policyId])
  const asked = { EntityPath, ...(policyId ? { OrganizationsPolicyId: policyId } : {}) }
  const JobId =
    jobs.get(about) ?? (await iam.generateOrganizationsAccessReport(asked)).JobId
  if (JobId) jobs.set(about, JobId)
  try {
    return await pagesOf(iam, JobId)
  } catch (error) {
    // of another world, or forgotten: the next try makes a new one
    if (isServiceError(error)) jobs.delete(about)
    throw error
  }
}

async function pagesOf(iam: AwsClient['iam'], JobId: string | undefined) {
  const details: AccessDetail[] = []
  for (let Marker: string | undefined; ;) {
    const page = await iam.getOrganizationsAccessReport({
      JobId,
      MaxItems: 1000,
      ...(Marker ? { Marker } : {}),
    })
    details.push(...(page.AccessDetails ?? []))
    if (!page.IsTruncated) return details
    Marker = page.Marker
  }
}

/** Services that the policies of an entity, or one policy alone, leave open. */
export function useOrganizationReport(path: string | undefined, policyId?: string) {
  const caller = useCaller()
  return useQuery({
    enabled: path !== undefined,
    queryKey: key(caller, 'report', path, policyId ?? 'all policies'),
    queryFn: () => track(report(caller, path ?? '', policyId)),
  })
}
