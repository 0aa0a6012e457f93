/** The names of what there is, for the searches; comes with the first letter that is typed. */
import { isServiceError } from '~/engine/errors'
import { bucketsQuery } from './buckets'
import { type Caller, queryClient } from './client'
import { groupsQuery } from './groups'
import { policiesQuery } from './policies'
import { oidcProvidersQuery, providerName, samlProvidersQuery } from './providers'
import { rolesQuery } from './roles'
import type { Entity, Found } from './search'
import { usersQuery } from './users'

const arnsOf = (list: { Arn?: string | undefined }[] | undefined) =>
  (list ?? []).flatMap(({ Arn }) => Arn ?? [])

const providers = (arns: string[]): Entity[] =>
  arns.map((id) => ({ kind: 'provider', name: providerName(id), id }))

const named = (kind: Entity['kind'], names: (string | undefined)[]): Entity[] =>
  names.flatMap((name) => (name === undefined ? [] : { kind, name, id: name }))

/** What each kind is listed by, and the action that this takes. */
const lists: [action: string, list: (caller: Caller) => Promise<Entity[]>][] = [
  [
    'iam:ListUsers',
    async (caller) => {
      const users = await queryClient.fetchQuery(usersQuery(caller))
      return named(
        'user',
        users.map(({ UserName }) => UserName)
      )
    },
  ],
  [
    'iam:ListGroups',
    async (caller) => {
      const groups = await queryClient.fetchQuery(groupsQuery(caller))
      return named(
        'user group',
        groups.map(({ GroupName }) => GroupName)
      )
    },
  ],
  [
    'iam:ListRoles',
    async (caller) => {
      const roles = await queryClient.fetchQuery(rolesQuery(caller))
      return named(
        'role',
        roles.map(({ RoleName }) => RoleName)
      )
    },
  ],
  [
    'iam:ListPolicies',
    async (caller) => {
      const policies = await queryClient.fetchQuery(policiesQuery(caller))
      return policies.flatMap(({ PolicyName: name, Arn: id }) =>
        name && id ? { kind: 'policy', name, id } : []
      )
    },
  ],
  [
    'iam:ListOpenIDConnectProviders',
    async (caller) => {
      const found = await queryClient.fetchQuery(oidcProvidersQuery(caller))
      return providers(arnsOf(found.OpenIDConnectProviderList))
    },
  ],
  [
    'iam:ListSAMLProviders',
    async (caller) => {
      const found = await queryClient.fetchQuery(samlProvidersQuery(caller))
      return providers(arnsOf(found.SAMLProviderList))
    },
  ],
  [
    's3:ListAllMyBuckets',
    async (caller) => {
      const found = await queryClient.fetchQuery(bucketsQuery(caller))
      return named(
        'bucket',
        (found.Buckets ?? []).map(({ Name }) => Name)
      )
    },
  ],
]

/** What one may list; a list that is refused is named, and hides none of the others. */
export async function listEntities(caller: Caller): Promise<Found> {
  const found: Found = { entities: [], refused: [] }
  for (const [action, list] of lists) {
    try {
      found.entities.push(...(await list(caller)))
    } catch (error) {
      if (!isServiceError(error)) throw error
      found.refused.push(action)
    }
  }
  return found
}

/** The user of an access key; nobody, if there is no such key or one may not ask. */
export async function ownerOfKey(caller: Caller, AccessKeyId: string) {
  try {
    const { UserName } = await caller.client().iam.getAccessKeyLastUsed({ AccessKeyId })
    return UserName ?? null
  } catch (error) {
    if (!isServiceError(error)) throw error
    return null
  }
}
