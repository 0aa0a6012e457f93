import { roleArn, userArn } from './arn'
import type { Account, Organization, World } from './model'
import { entryOf } from './records'
import { newShelf, onShelf } from './shelf'

export const DEFAULT_ACCOUNT = '111122223333'

type AccountSeed = Pick<Account, 'id'> & Partial<Account>

/** An account as it is on its first day: a root user and nothing else. */
export const newAccount = ({ id, ...given }: AccountSeed): Account => ({
  id,
  name: 'Understudy',
  email: `root@${id}.example.com`,
  users: newShelf(),
  groups: {},
  roles: newShelf(),
  policies: {},
  instanceProfiles: {},
  samlProviders: {},
  oidcProviders: {},
  buckets: {},
  ...given,
})

export const newWorld = (
  accounts: AccountSeed[] = [{ id: DEFAULT_ACCOUNT }],
  seed = 1
): World => ({
  schema: 'understudy.world/v1',
  rules: { namedPrincipalSuffices: true },
  seed,
  sequence: 0,
  accounts: Object.fromEntries(
    accounts.map((account) => [account.id, newAccount(account)])
  ),
  sessions: {},
  principals: newShelf(),
  events: [],
})

/** A user or role, wherever it is, by its unique ID. */
export function findById(world: World, id: string) {
  const arn = onShelf(world.principals, id)
  return arn === undefined ? undefined : findByArn(world, arn)
}

/** A user or role by ARN; the path has to be right too. */
export function findByArn(world: World, arn: string) {
  const match = /^arn:aws:iam::(\d{12}):(user|role)\/(?:.*\/)?([^/]+)$/.exec(arn)
  if (!match) return undefined
  const [, id = '', kind, name = ''] = match
  const account = world.accounts[id]
  if (kind === 'user') {
    const user = account && onShelf(account.users, name)
    const found = user && userArn(id, user.path, user.name) === arn
    return found ? { kind: 'user' as const, account, user } : undefined
  }
  const role = account && onShelf(account.roles, name)
  const found = role && roleArn(id, role.path, role.name) === arn
  return found ? { kind: 'role' as const, account, role } : undefined
}

export function findBucket(world: World, name: string) {
  for (const account of Object.values(world.accounts)) {
    const bucket = entryOf(account.buckets, name)
    if (bucket) return { account, bucket }
  }
  return undefined
}

/** By ID or alias, as the sign-in and switch-role forms take it, hyphens allowed. */
export function findAccount(world: World, idOrAlias: string) {
  const text = idOrAlias.trim()
  const id = text.replaceAll('-', '')
  if (/^\d{12}$/.test(id)) return world.accounts[id]
  return Object.values(world.accounts).find((account) => account.alias === text)
}

/** The organization, where the account is in it. */
export const memberOrganization = (
  organization: Organization | undefined,
  account: string
) =>
  organization &&
  (organization.managementAccount === account || entryOf(organization.accounts, account))
    ? organization
    : undefined

/** The targets whose policies reach an account: root, its units from the top, itself. */
export function organizationLevels(
  organization: Organization | undefined,
  account: string
) {
  const member = organization && entryOf(organization.accounts, account)
  // policies never apply to the management account
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
  if (!organization || !member || organization.managementAccount === account)
    return undefined
  return ['root', ...member.path, account]
}
