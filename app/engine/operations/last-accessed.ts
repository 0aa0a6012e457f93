/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html */
import type { EntityInfo, ServiceLastAccessed } from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { loadedServices, serviceOf } from '../catalog/service-authorization'
import { noSuchEntity, serviceError } from '../errors'
import { newUuid } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { Access, Account, AccessJob } from '../model'
import { grantsAction, grantsService, patternsIn } from './action-patterns'
import {
  type Entity,
  type HeldPolicy,
  policiesHeld,
  roleEntity,
  subjectOf,
  textOf,
  theEntity,
  userEntity,
} from './held-policies'
import { page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam, given } from './params'
import { onEverything } from './targets'

/** Older reports are forgotten when new ones are asked for. */
const JOBS_KEPT = 20

export const jobId = { required: true, min: 36, max: 36 }
const namespace = {
  required: true,
  min: 1,
  max: 64,
  pattern: /^[\w-]*$/,
  shown: '[\\w-]*',
}

/**
 * Actions are told apart for the services that can be called here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-action-last-accessed.html
 */
const tracked = ['iam', 's3', 'sts', 'cloudtrail']

/** Uses of data and of roles that are handed on are not told apart. */
const isTracked = (service: string, action: string) =>
  service === 's3' ? !/object|multipart/i.test(action) : action !== 'PassRole'

function theJob(account: Account, id: string | undefined): AccessJob {
  const job = account.accessJobs?.[given(id)]
  if (!job) throw noSuchEntity(`Job with id ${id} cannot be found.`)
  return job
}

const holds = (account: Account, entity: Entity, arn: string) =>
  entity.holder.attached.includes(arn) ||
  (entity.kind === 'user' &&
    entity.holder.groups.some((name) => account.groups[name]?.attached.includes(arn)))

export const everyone = (account: Account): Entity[] => [
  ...shelfByName(account.users).map((user) => userEntity(account, user)),
  ...shelfByName(account.roles).map((role) => roleEntity(account, role)),
]

/** Whose tries count for a report, and what it could try. */
function scopeOf(account: Account, arn: string): { entities: Entity[]; texts: string[] } {
  const { entity, policy } = subjectOf(account, arn)
  if (policy !== undefined) {
    return {
      entities: everyone(account).filter((each) => holds(account, each, policy)),
      texts: [textOf(account, policy)],
    }
  }
  const texts = policiesHeld(account, entity).map(({ text }) => text)
  if (entity.kind !== 'group') return { entities: [entity], texts }
  const members = shelfByName(account.users).filter((user) =>
    user.groups.includes(entity.holder.name)
  )
  return { entities: members.map((user) => userEntity(account, user)), texts }
}

type Try = { entity: Entity; access: Access }

export const accessedOf = ({ holder }: Entity) =>
  'accessed' in holder ? holder.accessed : undefined

/** The tries of a service or of one of its actions, latest first. */
const triesOf = (entities: Entity[], service: string, action?: string): Try[] =>
  entities
    .flatMap((entity) => {
      const known = accessedOf(entity)?.[service]
      const access = action === undefined ? known : known?.actions[action]
      return access ? [{ entity, access }] : []
    })
    .sort((a, b) => (a.access.date < b.access.date ? 1 : -1))

type Scope = ReturnType<typeof scopeOf> & { patterns: ReturnType<typeof patternsIn> }

function actionsTried({ entities, patterns }: Scope, service: string) {
  const actions = [...(serviceOf(service)?.actions.values() ?? [])]
  return actions
    .filter(({ name }) => isTracked(service, name) && grantsAction(patterns, service, name))
    .map(({ name }) => {
      const [latest] = triesOf(entities, service, name)
      return {
        ActionName: name,
        ...(latest
          ? {
              LastAccessedEntity: latest.entity.arn,
              LastAccessedTime: new Date(latest.access.date),
              LastAccessedRegion: latest.access.region,
            }
          : {}),
      }
    })
}

function serviceTried(
  scope: Scope,
  { name, prefix }: { name: string; prefix: string },
  type: AccessJob['type']
): ServiceLastAccessed {
  const tries = triesOf(scope.entities, prefix)
  const [latest] = tries
  const isByAction = type === 'ACTION_LEVEL' && tracked.includes(prefix)
  const actions = isByAction ? actionsTried(scope, prefix) : []
  return {
    ServiceName: displayName(name),
    ...(latest ? { LastAuthenticated: new Date(latest.access.date) } : {}),
    ServiceNamespace: prefix,
    ...(latest
      ? {
          LastAuthenticatedEntity: latest.entity.arn,
          LastAuthenticatedRegion: latest.access.region,
        }
      : {}),
    TotalAuthenticatedEntities: tries.length,
    ...(actions.length > 0 ? { TrackedActionsLastAccessed: actions } : {}),
  }
}

/** Reports leave out the short name that the catalogue adds. */
export const displayName = (name: string) => name.replace(/ \([^)]*\)$/, '')

export const byNamespace = (a: { prefix: string }, b: { prefix: string }) =>
  a.prefix < b.prefix ? -1 : 1

/** Who tried last comes first, who never tried last. */
const byDate = (a: { access?: Access }, b: { access?: Access }) => {
  const [first, second] = [a.access?.date ?? '', b.access?.date ?? '']
  return first === second ? 0 : first > second ? -1 : 1
}

const jobShape = ({ created, type }: AccessJob) => ({
  JobStatus: 'COMPLETED' as const,
  JobType: type,
  JobCreationDate: new Date(created),
})

const infoOf = ({ arn, kind, holder }: Entity): EntityInfo => ({
  Arn: arn,
  Name: holder.name,
  Type: kind === 'user' ? 'USER' : 'ROLE',
  Id: holder.id,
  Path: holder.path,
})

const onArn = ({ input }: Call<{ Arn: string | undefined }>) => ({ arn: given(input.Arn) })

function granting({ kind, entity, name, arn }: HeldPolicy) {
  if (arn !== undefined) {
    return { PolicyName: name, PolicyType: 'MANAGED' as const, PolicyArn: arn }
  }
  const EntityType = kind === 'user' ? 'USER' : kind === 'role' ? 'ROLE' : 'GROUP'
  return {
    PolicyName: name,
    PolicyType: 'INLINE' as const,
    EntityType: EntityType as 'USER' | 'ROLE' | 'GROUP',
    EntityName: entity,
  }
}

export const lastAccessedOperations = {
  GenerateServiceLastAccessedDetails: {
    check: constrainIam({
      Arn: p.arnText,
      Granularity: { oneOf: ['SERVICE_LEVEL', 'ACTION_LEVEL'] },
    }),
    on: onArn,
    run: ({ world, account, input, now }) => {
      subjectOf(account, input.Arn)
      const jobs = (account.accessJobs ??= {})
      const JobId = newUuid(world)
      for (const old of Object.keys(jobs).slice(0, -JOBS_KEPT + 1)) delete jobs[old]
      jobs[JobId] = {
        arn: given(input.Arn),
        type: input.Granularity === 'ACTION_LEVEL' ? 'ACTION_LEVEL' : 'SERVICE_LEVEL',
        created: now,
      }
      return { JobId }
    },
  },

  GetServiceLastAccessedDetails: {
    check: constrainIam({ JobId: jobId, ...p.paging }),
    on: onEverything,
    run: ({ account, input }) => {
      const job = theJob(account, input.JobId)
      const scope = scopeOf(account, job.arn)
      const patterns = patternsIn(scope.texts)
      const granted = loadedServices()
        .filter(({ prefix }) => grantsService(patterns, prefix))
        .sort(byNamespace)
      const { items, ...rest } = page(granted, input)
      return {
        ...jobShape(job),
        ServicesLastAccessed: items.map((service) =>
          serviceTried({ ...scope, patterns }, service, job.type)
        ),
        JobCompletionDate: new Date(job.created),
        ...rest,
      }
    },
  },

  GetServiceLastAccessedDetailsWithEntities: {
    check: constrainIam({ JobId: jobId, ServiceNamespace: namespace, ...p.paging }),
    on: onEverything,
    run: ({ account, input }) => {
      const job = theJob(account, input.JobId)
      const service = given(input.ServiceNamespace)
      if (!serviceOf(service)) {
        throw serviceError('InvalidInput', `Invalid service namespace: ${service}`)
      }
      const { entities } = scopeOf(account, job.arn)
      const details = entities
        .map((entity) => ({ entity, access: accessedOf(entity)?.[service] }))
        .sort(byDate)
        .map(({ entity, access }) => ({
          EntityInfo: infoOf(entity),
          ...(access ? { LastAuthenticated: new Date(access.date) } : {}),
        }))
      const { items, ...rest } = page(details, input)
      const { JobType: _, ...shape } = jobShape(job)
      return {
        ...shape,
        JobCompletionDate: new Date(job.created),
        EntityDetailsList: items,
        ...rest,
      }
    },
  },

  ListPoliciesGrantingServiceAccess: {
    check: constrainIam({
      Marker: p.marker,
      Arn: p.arnText,
      ServiceNamespaces: { required: true, list: true, max: 200, each: namespace },
    }),
    on: onArn,
    run: ({ account, input }) => {
      const held = policiesHeld(account, theEntity(account, input.Arn))
      const namespaces = input.ServiceNamespaces ?? []
      const unknown = namespaces.filter((each) => !serviceOf(each))
      if (unknown.length > 0) {
        throw serviceError(
          'InvalidInput',
          `Invalid service namespace: [${unknown.join(', ')}]`
        )
      }
      const { items, ...rest } = page(namespaces, { Marker: input.Marker, MaxItems: 200 })
      return {
        PoliciesGrantingServiceAccess: items.map((service) => ({
          ServiceNamespace: service,
          Policies: held
            .filter(({ text }) => grantsService(patternsIn([text]), service))
            .map(granting),
        })),
        ...rest,
      }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
