/**
 * Short names of things: `user/Stuart`, `role/X`, `group/G`, `policy/P`, `bucket/B`, `root`, of the
 * world's first account, or an ARN as it is.
 */
import type { Account, World } from '~/engine'
import { bucketArn, groupArn, policyArn, roleArn, rootArn, userArn } from '~/engine/arn'
import { entryOf } from '~/engine/records'
import { onShelf } from '~/engine/shelf'
import { DEFAULT_ACCOUNT, findBucket } from '~/engine/world'

export const firstAccount = (world: World): Account | undefined =>
  world.accounts[DEFAULT_ACCOUNT] ?? Object.values(world.accounts)[0]

/** The last part of a name is what the thing is called; what is before it is its path. */
const last = (name: string) => name.slice(name.lastIndexOf('/') + 1)

const finders: Record<string, (account: Account, name: string) => string | undefined> = {
  user(account, name) {
    const user = onShelf(account.users, last(name))
    return user && userArn(account.id, user.path, user.name)
  },
  role(account, name) {
    const role = onShelf(account.roles, last(name))
    return role && roleArn(account.id, role.path, role.name)
  },
  group(account, name) {
    const group = entryOf(account.groups, last(name))
    return group && groupArn(account.id, group.path, group.name)
  },
  policy(account, name) {
    const own = Object.values(account.policies).find((each) => each.name === last(name))
    return own && policyArn(account.id, own.path, own.name)
  },
}

/** The ARN behind a ref; `undefined` when there is nothing of that name. */
export function resolveRef(world: World, ref: string): string | undefined {
  if (ref.startsWith('arn:')) return ref
  const account = firstAccount(world)
  if (!account) return undefined
  if (ref === 'root') return rootArn(account.id)
  const slash = ref.indexOf('/')
  const [kind, name] = [ref.slice(0, slash), ref.slice(slash + 1)]
  if (kind === 'bucket') return findBucket(world, name) && bucketArn(name)
  return Object.hasOwn(finders, kind) ? finders[kind]?.(account, name) : undefined
}

/** The ARN that a ref would have if there were such a thing, without a path of its own. */
export function arnOfRef(world: World, ref: string): string {
  const found = resolveRef(world, ref)
  if (found) return found
  if (ref.startsWith('bucket/')) return bucketArn(ref.slice('bucket/'.length))
  return `arn:aws:iam::${firstAccount(world)?.id ?? ''}:${ref}`
}
