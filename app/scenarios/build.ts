/**
 * From a scenario to a world. Whatever IAM would refuse is refused here, with its place.
 */
import { policyArn, roleArn, userArn } from '~/engine/arn'
import { toBase64 } from '~/engine/base64'
import { isServiceError } from '~/engine/errors'
import { newId, newMfaSeed, newSecret } from '~/engine/ids'
import type {
  AccessKey,
  Account,
  MfaDevice,
  PolicyHolder,
  Tag,
  World,
} from '~/engine/model'
import { acceptIdentityPolicy } from '~/engine/operations/text'
import { keepTrustPolicy } from '~/engine/operations/trust'
import { rejectResourcePolicy } from '~/engine/policy/accept'
import { entryOf, keyOf } from '~/engine/records'
import { onShelf, putOnShelf } from '~/engine/shelf'
import { newWorld } from '~/engine/world'
import { addDelegationRequests, addOrganization } from './build-organization'
import { checkNames } from './check-names'
import { awsPolicyArn } from './check-policies'
import { fillAccount } from './fill'
import {
  printPath,
  type Scenario,
  type ScenarioAccount,
  ScenarioError,
  type ScenarioRole,
  type ScenarioUser,
} from './schema'

export const SCENARIO_TIME = '2026-01-15T09:00:00.000Z'

type Path = (string | number)[]

/** Runs a check of the engine and says where in the scenario it failed. */
function at<T>(path: Path, check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (isServiceError(error)) throw new ScenarioError(printPath(path), error.message)
    throw error
  }
}

export const toTags = (tags: Record<string, string> = {}): Tag[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))

/** A bare name is the account's own policy, or else AWS's. */
export function toPolicyArn(account: Account, name: string) {
  if (name.startsWith('arn:')) return name
  const own = Object.entries(account.policies).find(([, policy]) => policy.name === name)
  return own ? own[0] : awsPolicyArn(name)
}

export type Builder = { world: World; account: Account; time: string; path: Path }

type GivenHolder = Pick<ScenarioUser, 'name' | 'path' | 'attached' | 'inline'>

export function toHolder(
  { account, time, path }: Builder,
  given: GivenHolder,
  id: string
): PolicyHolder {
  const inline: Record<string, string> = {}
  for (const [name, document] of Object.entries(given.inline ?? {})) {
    const text = JSON.stringify(document, null, 4)
    at([...path, 'inline', name], () => acceptIdentityPolicy(text))
    inline[keyOf(name)] = text
  }
  return {
    name: given.name,
    path: given.path ?? '/',
    id,
    created: time,
    inline,
    attached: (given.attached ?? []).map((name) => toPolicyArn(account, name)),
  }
}

export function addPolicies(
  { world, account, time, path }: Builder,
  given: ScenarioAccount
) {
  for (const [index, policy] of (given.policies ?? []).entries()) {
    const text = JSON.stringify(policy.document, null, 4)
    at([...path, 'policies', index, 'document'], () => acceptIdentityPolicy(text))
    const folder = policy.path ?? '/'
    account.policies[policyArn(account.id, folder, policy.name)] = {
      name: policy.name,
      path: folder,
      id: newId(world, 'ANPA', account.id),
      created: time,
      updated: time,
      ...(policy.description ? { description: policy.description } : {}),
      tags: [],
      defaultVersion: 'v1',
      versions: { v1: { document: text, created: time } },
      lastVersion: 1,
    }
  }
}

const toAccessKeys = ({ world, account, time }: Builder, given: ScenarioUser) =>
  (given.accessKeys ?? []).map(({ id, secret, status = 'Active' }): AccessKey => ({
    id: id ?? newId(world, 'AKIA', account.id),
    secret: secret ?? newSecret(world),
    status,
    created: time,
  }))

const toMfaDevices = ({ world, account, time }: Builder, given: ScenarioUser) =>
  (given.mfaDevices ?? []).map(({ name = given.name, seed }): MfaDevice => ({
    serial: `arn:aws:iam::${account.id}:mfa/${name}`,
    seed: seed ?? newMfaSeed(world),
    created: time,
    enabled: time,
    tags: [],
  }))

export function addUser(builder: Builder, given: ScenarioUser) {
  const { world, account, time, path } = builder
  const missing = (given.groups ?? []).find((name) => !entryOf(account.groups, name))
  if (missing)
    throw new ScenarioError(printPath([...path, 'groups']), `no group is named ${missing}`)
  const holder = toHolder(builder, given, newId(world, 'AIDA', account.id))
  putOnShelf(account.users, given.name, {
    ...holder,
    groups: given.groups ?? [],
    tags: toTags(given.tags),
    accessKeys: toAccessKeys(builder, given),
    mfaDevices: toMfaDevices(builder, given),
    ...(given.boundary ? { boundary: toPolicyArn(account, given.boundary) } : {}),
    ...(given.password
      ? { loginProfile: { password: given.password, created: time, resetRequired: false } }
      : {}),
  })
  putOnShelf(world.principals, holder.id, userArn(account.id, holder.path, holder.name))
}

export function addRole(builder: Builder, given: ScenarioRole) {
  const { world, account } = builder
  const holder = toHolder(builder, given, newId(world, 'AROA', account.id))
  putOnShelf(account.roles, given.name, {
    ...holder,
    // filled in once every principal is there to be named
    trustPolicy: '',
    ...(given.description ? { description: given.description } : {}),
    maxSessionDuration: given.maxSessionDuration ?? 3600,
    tags: toTags(given.tags),
    ...(given.boundary ? { boundary: toPolicyArn(account, given.boundary) } : {}),
  })
  putOnShelf(world.principals, holder.id, roleArn(account.id, holder.path, holder.name))
}

export function addBuckets({ account, time, path }: Builder, given: ScenarioAccount) {
  for (const [index, bucket] of (given.buckets ?? []).entries()) {
    const policy = bucket.policy && JSON.stringify(bucket.policy, null, 4)
    const problem = policy && rejectResourcePolicy(policy)
    if (problem)
      throw new ScenarioError(printPath([...path, 'buckets', index, 'policy']), problem)
    const objects = Object.entries(bucket.objects ?? {}).map(([key, text]) => {
      const bytes = new TextEncoder().encode(text)
      const object = {
        body: toBase64(bytes),
        size: bytes.length,
        contentType: 'text/plain',
        modified: time,
        etag: `"${newEtag(key, text)}"`,
      }
      return [keyOf(key), object] as const
    })
    account.buckets[keyOf(bucket.name)] = {
      name: bucket.name,
      region: bucket.region ?? 'us-east-1',
      created: time,
      ...(policy ? { policy } : {}),
      tags: [],
      objects: Object.fromEntries(objects),
    }
  }
}

const newEtag = (key: string, text: string) =>
  (key.length * 65_537 + text.length).toString(16).padStart(32, '0')

function addProviders({ account, time }: Builder, given: ScenarioAccount) {
  for (const { name, metadata = '' } of given.samlProviders ?? []) {
    const arn = `arn:aws:iam::${account.id}:saml-provider/${name}`
    account.samlProviders[arn] = { name, created: time, metadata }
  }
  for (const { url, clientIds = [] } of given.oidcProviders ?? []) {
    const arn = `arn:aws:iam::${account.id}:oidc-provider/${url}`
    account.oidcProviders[arn] = { url, created: time, clientIds, thumbprints: [] }
  }
}

function addAccount(builder: Builder, given: ScenarioAccount) {
  const { world, account, time, path } = builder
  addPolicies(builder, given)
  addProviders(builder, given)
  for (const [index, group] of (given.groups ?? []).entries()) {
    const inGroup = { ...builder, path: [...path, 'groups', index] }
    account.groups[keyOf(group.name)] = toHolder(
      inGroup,
      group,
      newId(world, 'AGPA', account.id)
    )
  }
  for (const [index, user] of (given.users ?? []).entries()) {
    addUser({ ...builder, path: [...path, 'users', index] }, user)
  }
  for (const [index, role] of (given.roles ?? []).entries()) {
    addRole({ ...builder, path: [...path, 'roles', index] }, role)
  }
  addBuckets(builder, given)
  if (given.fill) fillAccount(world, account, given.fill, time)
}

/** Trust policies come last: they name principals of any account. */
export function addTrust({ world, account, path }: Builder, given: ScenarioAccount) {
  for (const [index, { name, trust }] of (given.roles ?? []).entries()) {
    const role = onShelf(account.roles, name)
    if (trust === undefined) {
      const where = printPath([...path, 'roles', index, 'trust'])
      throw new ScenarioError(where, `the role ${name} has no trust policy`)
    }
    const text = JSON.stringify(trust)
    at([...path, 'roles', index, 'trust'], () => {
      if (role) role.trustPolicy = keepTrustPolicy(world, account, text)
    })
  }
}

/** The world at the start of a scenario that extends no other. */
export function buildWorld(scenario: Scenario, seed = 1): World {
  checkNames(scenario)
  const given = scenario.accounts ?? []
  const time = scenario.time ?? SCENARIO_TIME
  const seeds = given.map(({ id, name, alias, email, password }) => ({
    id,
    ...(name ? { name } : {}),
    ...(alias ? { alias } : {}),
    ...(email ? { email } : {}),
    ...(password ? { rootPassword: password } : {}),
  }))
  const world = newWorld(seeds.length > 0 ? seeds : undefined, seed)
  Object.assign(world.rules, scenario.rules)
  const builders = given.flatMap((account, index): [Builder, ScenarioAccount][] => {
    const built = world.accounts[account.id]
    return built
      ? [[{ world, account: built, time, path: ['accounts', index] }, account]]
      : []
  })
  for (const [builder, account] of builders) addAccount(builder, account)
  for (const [builder, account] of builders) addTrust(builder, account)
  if (scenario.organization) addOrganization(world, scenario.organization)
  const { delegationRequests } = scenario
  if (delegationRequests) addDelegationRequests(world, delegationRequests, time)
  return world
}
