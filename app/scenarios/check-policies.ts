/**
 * Whether the managed policies that a scenario names are there. AWS's are looked up in the parts
 * of the catalogue that hold them, which their holders need anyway.
 */
import { parseArn } from '~/engine/arn'
import {
  isAttachable,
  isAwsManaged,
  loadManagedPolicies,
  managedPolicyEntry,
} from '~/engine/catalog/managed-policies'
import { printPath, type Scenario, type ScenarioAccount, ScenarioError } from './schema'

export const awsPolicyArn = (name: string) => `arn:aws:iam::aws:policy/${name}`

type Named = { name: string; path: (string | number)[]; account: ScenarioAccount }

type Holder = { attached?: string[]; boundary?: string }

function namedBy(account: ScenarioAccount, at: (string | number)[]): Named[] {
  const kinds: [string, Holder[]][] = [
    ['groups', account.groups ?? []],
    ['users', account.users ?? []],
    ['roles', account.roles ?? []],
  ]
  return kinds.flatMap(([kind, holders]) =>
    holders.flatMap(({ attached = [], boundary }, index) => {
      const path = [...at, kind, index]
      const own = boundary ? [{ name: boundary, path: [...path, 'boundary'], account }] : []
      return [
        ...attached.map((name, i) => ({ name, path: [...path, 'attached', i], account })),
        ...own,
      ]
    })
  )
}

/** The account's own policies go by name or ARN. */
function isOwn({ name, account: { id, policies = [], fill } }: Named) {
  const isFilled = fill?.policies !== undefined && parseArn(name)?.account === id
  return (
    isFilled ||
    policies.some(
      (policy) =>
        policy.name === name ||
        `arn:aws:iam::${id}:policy${policy.path ?? '/'}${policy.name}` === name
    )
  )
}

const arnOf = (name: string) => (name.startsWith('arn:') ? name : awsPolicyArn(name))

/** Throws at the first policy that is attached, or is a boundary, without being there. */
export async function checkPolicies({ accounts = [] }: Scenario) {
  const named = accounts.flatMap((account, index) => namedBy(account, ['accounts', index]))
  const foreign = named.filter((each) => !isOwn(each))
  await loadManagedPolicies(foreign.map(({ name }) => arnOf(name)))
  for (const { name, path } of foreign) {
    const arn = arnOf(name)
    const entry = isAwsManaged(arn) ? managedPolicyEntry(arn) : undefined
    if (!entry) throw new ScenarioError(printPath(path), `there is no policy ${name}`)
    if (!isAttachable(entry)) {
      throw new ScenarioError(printPath(path), `${name} belongs to a service-linked role`)
    }
  }
}
