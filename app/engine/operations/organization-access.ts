/**
 * Which services the accounts of an organization may use, and which they have tried.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html
 */
import type { AccessDetail } from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { nameOf } from '../arn'
import { loadedServices } from '../catalog/service-authorization'
import { noSuchEntity, serviceError } from '../errors'
import { newUuid } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { Organization, OrganizationJob, World } from '../model'
import { documentOf } from '../policy/kept'
import { isObject, listOf, textsOf } from '../policy/read'
import { memberOrganization } from '../world'
import { grantsService, patternsIn } from './action-patterns'
import { accessedOf, byNamespace, displayName, everyone, jobId } from './last-accessed'
import { page } from './paging'
import * as p from './params'
import { constrainIam, given } from './params'
import { onEverything } from './targets'

/** The same report is not made twice within a minute. */
const MINUTE = 60_000

const JOBS_KEPT = 20

const entityPath = {
  required: true,
  min: 19,
  max: 427,
  pattern: /^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-/]*$/,
  shown: '^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*',
}

const policyId = {
  pattern: /^p-[0-9a-zA-Z_]{8,128}$/,
  shown: '^p-[0-9a-zA-Z_]{8,128}$',
}

const sortKeys = [
  'SERVICE_NAMESPACE_ASCENDING',
  'SERVICE_NAMESPACE_DESCENDING',
  'LAST_AUTHENTICATED_TIME_ASCENDING',
  'LAST_AUTHENTICATED_TIME_DESCENDING',
] as const

type Some = Call<object>

/** The organization that the caller's account manages. */
function managed({ world, account }: Some): Organization {
  const organization = memberOrganization(world.organization, account.id)
  if (organization?.managementAccount === account.id) return organization
  throw serviceError(
    'AccessDenied',
    'The account making the request is not the management account of an organization.'
  )
}

/** `root`, units and an account, from the top: an entity's path without what is always there. */
const stepsOf = (path: string) => path.split('/').slice(2).filter(Boolean)

const isAccount = (step: string | undefined) => /^\d{12}$/.test(step ?? '')

/** Accounts at or below an entity, each with its whole path. */
function accountsUnder({ id, accounts, managementAccount }: Organization, path: string) {
  const steps = stepsOf(path)
  return Object.entries(accounts)
    .map(([account, { path: units }]) => ({ account, steps: [...units, account] }))
    .filter(
      (each) =>
        steps.every((step, at) => each.steps[at] === step) &&
        // no policy of the organization reaches it, so that units leave it out
        (each.account !== managementAccount || isAccount(steps.at(-1)))
    )
    .map((each) => ({ ...each, path: [id, 'r-root', ...each.steps].join('/') }))
}

/** Nobody can be under what does not exist; an empty unit is told from it by its policies. */
const exists = (organization: Organization, path: string) =>
  path.startsWith(`${organization.id}/r-root`) &&
  (stepsOf(path).length === 0 ||
    accountsUnder(organization, path).length > 0 ||
    Object.hasOwn(organization.scps, stepsOf(path).at(-1) ?? ''))

/** Services that a policy closes altogether. */
const denials = (texts: string[]) =>
  texts.flatMap((text) =>
    listOf(documentOf(text).Statement).flatMap((statement) =>
      isObject(statement) &&
      statement.Effect === 'Deny' &&
      statement.Condition === undefined &&
      textsOf(statement.Resource).includes('*')
        ? textsOf(statement.Action)
        : []
    )
  )

function isClosed(denied: string[], service: string) {
  return (
    denied.includes('*') || denied.some((each) => each.toLowerCase() === `${service}:*`)
  )
}

/** What the policies from the root down to an entity leave open; or one of them alone. */
function accessible(organization: Organization, { path, policy }: OrganizationJob) {
  const steps = stepsOf(path)
  const all = [...loadedServices()].sort(byNamespace)
  if (steps.at(-1) === organization.managementAccount) return all
  const levels = ['root', ...steps].map((step) => organization.scps[step] ?? [])
  const chosen = policy
    ? [levels.flat().filter(({ arn }) => nameOf(arn) === policy)]
    : levels
  const texts = chosen.map((level) => level.map(({ document }) => document))
  const denied = denials(texts.flat())
  const granted = texts.map(patternsIn)
  return all.filter(
    ({ prefix }) =>
      !isClosed(denied, prefix) &&
      granted.every((patterns) => grantsService(patterns, prefix))
  )
}

/** The latest try of anybody in an account. */
function latestIn(world: World, id: string, service: string) {
  const account = world.accounts[id]
  return everyoneIn(account)
    .flatMap((entity) => accessedOf(entity)?.[service] ?? [])
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .at(0)
}

const everyoneIn = (account: World['accounts'][string] | undefined) =>
  account ? everyone(account) : []

function detailOf(
  world: World,
  accounts: ReturnType<typeof accountsUnder>,
  { name, prefix }: { name: string; prefix: string }
): AccessDetail {
  const tries = accounts
    .flatMap(({ account, path }) => {
      const access = latestIn(world, account, prefix)
      return access ? [{ path, access }] : []
    })
    .sort((a, b) => (a.access.date < b.access.date ? 1 : -1))
  const [latest] = tries
  return {
    ServiceName: displayName(name),
    ServiceNamespace: prefix,
    ...(latest
      ? {
          Region: latest.access.region,
          EntityPath: latest.path,
          LastAuthenticatedTime: new Date(latest.access.date),
        }
      : {}),
    TotalAuthenticatedEntities: tries.length,
  }
}

const timeOf = ({ LastAuthenticatedTime }: AccessDetail) =>
  LastAuthenticatedTime?.getTime() ?? 0

/** Details come by namespace already, and stay so where times are the same. */
function sorted(details: AccessDetail[], key: (typeof sortKeys)[number] | undefined) {
  switch (key) {
    case 'SERVICE_NAMESPACE_DESCENDING':
      return details.toReversed()
    case 'LAST_AUTHENTICATED_TIME_ASCENDING':
      return details.toSorted((a, b) => timeOf(a) - timeOf(b))
    case 'LAST_AUTHENTICATED_TIME_DESCENDING':
      return details.toSorted((a, b) => timeOf(b) - timeOf(a))
    default:
      return details
  }
}

export const organizationAccessOperations = {
  GenerateOrganizationsAccessReport: {
    check: constrainIam({ EntityPath: entityPath, OrganizationsPolicyId: policyId }),
    on: ({ account, input }) => ({
      arn: `arn:aws:iam::${account.id}:access-report/${input.EntityPath}`,
      ...(input.OrganizationsPolicyId
        ? { context: { 'iam:OrganizationsPolicyId': input.OrganizationsPolicyId } }
        : {}),
    }),
    run: (call) => {
      const { world, account, input, now } = call
      const path = given(input.EntityPath)
      if (!exists(managed(call), path)) {
        throw noSuchEntity(`The entity path ${path} cannot be found.`)
      }
      const jobs = (account.organizationJobs ??= {})
      const policy = input.OrganizationsPolicyId
      const same = Object.entries(jobs).find(
        ([, job]) =>
          job.path === path &&
          job.policy === policy &&
          Date.parse(now) - Date.parse(job.created) < MINUTE
      )
      if (same) return { JobId: same[0] }
      const JobId = newUuid(world)
      for (const old of Object.keys(jobs).slice(0, -JOBS_KEPT + 1)) delete jobs[old]
      jobs[JobId] = { path, created: now, ...(policy ? { policy } : {}) }
      return { JobId }
    },
  },

  GetOrganizationsAccessReport: {
    check: constrainIam({ JobId: jobId, SortKey: { oneOf: sortKeys }, ...p.paging }),
    on: onEverything,
    run: (call) => {
      const { world, account, input } = call
      const job = account.organizationJobs?.[given(input.JobId)]
      if (!job) throw noSuchEntity(`Job with id ${input.JobId} cannot be found.`)
      const organization = managed(call)
      const accounts = accountsUnder(organization, job.path)
      const details = accessible(organization, job).map((service) =>
        detailOf(world, accounts, service)
      )
      const { items, ...rest } = page(sorted(details, input.SortKey), input)
      return {
        JobStatus: 'COMPLETED' as const,
        JobCreationDate: new Date(job.created),
        JobCompletionDate: new Date(job.created),
        NumberOfServicesAccessible: details.length,
        NumberOfServicesNotAccessed: details.filter((each) => timeOf(each) === 0).length,
        AccessDetails: items,
        ...rest,
      }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
