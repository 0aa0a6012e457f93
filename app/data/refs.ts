import type { World } from '~/engine'
import { roleArn, rootArn, userArn } from '~/engine/arn'
import { onShelf } from '~/engine/shelf'
import { DEFAULT_ACCOUNT } from '~/engine/world'

/**
 * The ARN behind a short name: `user/Stuart`, `role/X`, `root`, of the first account, or an
 * ARN as it is. `undefined` when there is nothing of that name.
 */
export function resolveRef(world: World, ref: string): string | undefined {
  if (ref.startsWith('arn:')) return ref
  const [kind, ...rest] = ref.split('/')
  const name = rest.join('/')
  const account = world.accounts[DEFAULT_ACCOUNT] ?? Object.values(world.accounts)[0]
  if (!account) return undefined
  if (ref === 'root') return rootArn(account.id)
  const user = kind === 'user' ? onShelf(account.users, name) : undefined
  if (user) return userArn(account.id, user.path, user.name)
  const role = kind === 'role' ? onShelf(account.roles, name) : undefined
  return role && roleArn(account.id, role.path, role.name)
}
