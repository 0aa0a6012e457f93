/**
 * Changes to a world that is already lived in, in the words of a scenario: who and what is named
 * is added, or changed in what the patch says of it.
 */
import * as v from 'valibot'
import type { Account, Group, Role, User, World } from '~/engine/model'
import { newId } from '~/engine/ids'
import { entryOf, keyOf } from '~/engine/records'
import { onShelf } from '~/engine/shelf'
import { newAccount } from '~/engine/world'
import {
  addBuckets,
  addPolicies,
  addRole,
  addTrust,
  addUser,
  type Builder,
  toHolder,
  toPolicyArn,
  toTags,
} from './build'
import { isRecord } from '~/engine/is-record'
import { type Fetcher, completeScenario } from './load'
import {
  parseScenario,
  scenario,
  type Scenario,
  type ScenarioAccount,
  ScenarioError,
  type ScenarioRole,
  type ScenarioUser,
} from './schema'

/** A scenario of which everything may be left out. */
export type ScenarioPatch = Partial<Scenario>

const patchSchema = v.partial(scenario)

/** The scenario that a patch makes of the one named `base`. */
export function patchedScenario(patch: unknown, base: string, fetcher: Fetcher) {
  if (!isRecord(patch)) throw new ScenarioError('', 'a patch is an object')
  const whole = {
    schema: 'understudy.scenario/v1',
    id: 'patched',
    name: `${base}, changed`,
    story: `The scenario ${base} with changes.`,
    extends: base,
    ...patch,
  }
  return completeScenario(whole, fetcher)
}

/** Fills in what a patch may leave out, so that a scenario's own checks apply. */
function parsePatch(value: unknown): ScenarioPatch {
  if (!isRecord(value)) throw new ScenarioError('', 'a patch is an object')
  const {
    schema: _schema,
    id: _id,
    name: _name,
    story: _story,
    ...patch
  } = parseScenario({
    schema: 'understudy.scenario/v1',
    id: 'patch',
    name: 'Patch',
    story: 'A patch.',
    ...value,
  })
  return v.parse(patchSchema, patch)
}

/** What can be said of a user, a role or a group; of a group only the first two. */
type GivenHolder = Pick<ScenarioUser, 'name' | 'attached' | 'inline' | 'tags' | 'boundary'>

function patchPolicies(builder: Builder, holder: User | Role | Group, given: GivenHolder) {
  const { inline, attached } = toHolder(builder, given, holder.id)
  Object.assign(holder.inline, inline)
  if (given.attached) holder.attached = attached
}

function patchEntity(builder: Builder, entity: User | Role, given: GivenHolder) {
  patchPolicies(builder, entity, given)
  if (given.boundary) entity.boundary = toPolicyArn(builder.account, given.boundary)
  const { tags } = given
  if (!tags) return
  const others = entity.tags.filter(({ Key }) => !Object.hasOwn(tags, Key))
  entity.tags = [...others, ...toTags(tags)]
}

function patchUser(builder: Builder, given: ScenarioUser) {
  const user = onShelf(builder.account.users, given.name)
  if (!user) return addUser(builder, given)
  patchEntity(builder, user, given)
  if (given.groups) user.groups = given.groups
  if (given.password) {
    user.loginProfile = {
      password: given.password,
      created: builder.time,
      resetRequired: false,
    }
  }
}

function patchRole(builder: Builder, given: ScenarioRole) {
  const role = onShelf(builder.account.roles, given.name)
  if (!role) return addRole(builder, given)
  patchEntity(builder, role, given)
  if (given.description) role.description = given.description
  if (given.maxSessionDuration) role.maxSessionDuration = given.maxSessionDuration
}

function patchGroups(builder: Builder, groups: ScenarioAccount['groups'] = []) {
  const { world, account } = builder
  for (const group of groups) {
    const before = entryOf(account.groups, group.name)
    if (before) patchPolicies(builder, before, group)
    else {
      const id = newId(world, 'AGPA', account.id)
      account.groups[keyOf(group.name)] = toHolder(builder, group, id)
    }
  }
}

/** A bucket that is there keeps the objects that the patch does not name. */
function patchBuckets(builder: Builder, buckets: ScenarioAccount['buckets'] = []) {
  const { account } = builder
  const before = new Map(buckets.map(({ name }) => [name, entryOf(account.buckets, name)]))
  addBuckets(builder, { id: account.id, buckets })
  for (const [name, old] of before) {
    const now = entryOf(account.buckets, name)
    if (!old || !now) continue
    now.objects = { ...old.objects, ...now.objects }
    now.created = old.created
    if (now.policy === undefined && old.policy !== undefined) now.policy = old.policy
  }
}

function patchAccount(builder: Builder, given: ScenarioAccount) {
  addPolicies(builder, given)
  patchGroups(builder, given.groups)
  for (const [index, user] of (given.users ?? []).entries()) {
    patchUser({ ...builder, path: [...builder.path, 'users', index] }, user)
  }
  for (const role of given.roles ?? []) patchRole(builder, role)
  patchBuckets(builder, given.buckets)
}

function accountOf(world: World, id: string): Account {
  const before = world.accounts[id]
  if (before) return before
  const account = newAccount({ id })
  world.accounts[id] = account
  return account
}

/** A role that is there already may keep its trust policy. */
const needsTrust =
  ({ account }: Builder) =>
  ({ name, trust }: ScenarioRole) =>
    trust !== undefined || onShelf(account.roles, name)?.trustPolicy === ''

/**
 * The world with the patch in it; the one that is given stays as it is. `now` is the ISO time of
 * what is new. Throws a `ScenarioError` with the place of what is wrong.
 */
export function patchWorld(before: World, value: unknown, now: string): World {
  const patch = parsePatch(value)
  const world = structuredClone(before)
  Object.assign(world.rules, patch.rules)
  const builders = (patch.accounts ?? []).map((given, index) => ({
    given,
    builder: {
      world,
      account: accountOf(world, given.id),
      time: now,
      path: ['accounts', index],
    },
  }))
  for (const { builder, given } of builders) patchAccount(builder, given)
  for (const { builder, given } of builders) {
    addTrust(builder, {
      id: given.id,
      roles: (given.roles ?? []).filter(needsTrust(builder)),
    })
  }
  return world
}
