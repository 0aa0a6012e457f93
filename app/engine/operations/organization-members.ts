/** Who may ask about an organization, and what its parts are called. */
import type { Account } from '@aws-sdk/client-organizations'
import { serviceError } from '../errors'
import type { Call } from '../kernel'
import type { Organization, World } from '../model'
import { memberOrganization } from '../world'
import { constrainAs, pageByToken } from './json-params'

export const ROOT = 'r-root'

export const constrain = constrainAs('InvalidInputException')

export const paging = { MaxResults: { least: 1, most: 20 } }

type Asked = { NextToken?: string | undefined; MaxResults?: number | undefined }

/** A page of a list and, where there is more, what to ask for it with. */
export function pageOf<T>(items: T[], { NextToken, MaxResults }: Asked) {
  const page = pageByToken(items, {
    token: NextToken,
    most: MaxResults,
    code: 'InvalidInputException',
  })
  return { items: page.items, more: page.token ? { NextToken: page.token } : {} }
}

type Some = Call<object>

export function theOrganization({ world, account }: Some): Organization {
  const organization = memberOrganization(world.organization, account.id)
  if (organization) return organization
  throw serviceError(
    'AWSOrganizationsNotInUseException',
    'Your account is not a member of an organization.'
  )
}

const isAdministrator = (
  { managementAccount, delegatedAdministrators = {} }: Organization,
  account: string
) =>
  managementAccount === account ||
  Object.values(delegatedAdministrators).some((accounts) => accounts.includes(account))

const noPermission = () =>
  serviceError(
    'AccessDeniedException',
    "You don't have permissions to access this resource."
  )

/** Its parts and policies are told to those who manage it, or administer a service for it. */
export function readOrganization(call: Some): Organization {
  const organization = theOrganization(call)
  if (!isAdministrator(organization, call.account.id)) throw noPermission()
  return organization
}

export function managedOrganization(call: Some): Organization {
  const organization = theOrganization(call)
  if (organization.managementAccount !== call.account.id) throw noPermission()
  return organization
}

export const arnIn = ({ managementAccount }: Organization, resource: string) =>
  `arn:aws:organizations::${managementAccount}:${resource}`

/** What a root, a unit, an account or a policy of the caller's organization is judged on. */
export const partArn = (world: World, id = '') => {
  const { organization } = world
  if (!organization) return '*'
  const kind = /^\d{12}$/.test(id) ? 'account' : id === ROOT ? 'root' : 'ou'
  return arnIn(organization, `${kind}/${organization.id}/${id}`)
}

export function accountShape(
  world: World,
  organization: Organization,
  id: string
): Account {
  const account = world.accounts[id]
  const created = account?.created
  return {
    Id: id,
    Arn: arnIn(organization, `account/${organization.id}/${id}`),
    Email: account?.email ?? `root@${id}.example.com`,
    Name: account?.name ?? id,
    Status: 'ACTIVE',
    State: 'ACTIVE',
    JoinedMethod: id === organization.managementAccount ? 'INVITED' : 'CREATED',
    ...(created ? { JoinedTimestamp: new Date(created) } : {}),
  }
}

/** The units right below a unit or, for `ROOT`, below the root. */
export function unitsBelow(organization: Organization, parent: string): string[] {
  const below = Object.values(organization.accounts).flatMap(({ path }) => {
    const at = parent === ROOT ? 0 : path.indexOf(parent) + 1
    return at > 0 || parent === ROOT ? path.slice(at, at + 1) : []
  })
  return [...new Set([...below, ...(parent === ROOT ? emptyUnits(organization) : [])])]
}

/** No account says where they are, so that they hang below the root. */
function emptyUnits({ accounts, scps, rcps }: Organization) {
  const known = new Set(Object.values(accounts).flatMap(({ path }) => path))
  return [...Object.keys(scps), ...Object.keys(rcps)].filter(
    (target) => target !== 'root' && !/^\d{12}$/.test(target) && !known.has(target)
  )
}

export const accountsBelow = ({ accounts }: Organization, parent: string): string[] =>
  Object.entries(accounts)
    .filter(([, { path }]) => (path.at(-1) ?? ROOT) === parent)
    .map(([id]) => id)

export function allUnits(organization: Organization, parent = ROOT): string[] {
  return unitsBelow(organization, parent).flatMap((unit) => [
    unit,
    ...allUnits(organization, unit),
  ])
}
