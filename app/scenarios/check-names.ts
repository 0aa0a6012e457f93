/** What a scenario's own shape cannot say: names are there once, and whoever is named is there. */
import { bucketNameProblem } from '~/engine/operations/bucket-name'
import { printPath, type Scenario, type ScenarioAccount, ScenarioError } from './schema'

const kinds = ['users', 'groups', 'roles', 'policies', 'buckets'] as const

const fail = (path: (string | number)[], message: string): never => {
  throw new ScenarioError(printPath(path), message)
}

/** Names are unique without regard to case, as IAM has it. */
function checkOnce(names: string[], path: (string | number)[]) {
  const seen = new Set<string>()
  for (const [index, name] of names.entries()) {
    if (seen.has(name.toLowerCase()))
      fail([...path, index, 'name'], `there is another one named ${name}`)
    seen.add(name.toLowerCase())
  }
}

/** A device has one name in its account. */
function checkDevices({ users = [] }: ScenarioAccount, path: (string | number)[]) {
  const seen = new Set<string>()
  for (const [index, user] of users.entries()) {
    for (const [i, { name = user.name }] of (user.mfaDevices ?? []).entries()) {
      if (seen.has(name.toLowerCase()))
        fail(
          [...path, 'users', index, 'mfaDevices', i],
          `there is another one named ${name}`
        )
      seen.add(name.toLowerCase())
    }
  }
}

/** An access key is somebody's alone, in all accounts. */
function checkKeys(accounts: ScenarioAccount[]) {
  const seen = new Set<string>()
  for (const [a, { users = [] }] of accounts.entries()) {
    for (const [u, { accessKeys = [] }] of users.entries()) {
      for (const [i, { id }] of accessKeys.entries()) {
        if (id !== undefined && seen.has(id))
          fail(
            ['accounts', a, 'users', u, 'accessKeys', i, 'id'],
            `there is another one with ${id}`
          )
        if (id !== undefined) seen.add(id)
      }
    }
  }
}

function checkAccount(account: ScenarioAccount, path: (string | number)[]) {
  for (const kind of kinds) {
    const names = (account[kind] ?? []).map(({ name }) => name)
    checkOnce(names, [...path, kind])
  }
  checkDevices(account, path)
  for (const [index, { name }] of (account.buckets ?? []).entries()) {
    const problem = bucketNameProblem(name)
    if (problem) fail([...path, 'buckets', index, 'name'], problem)
  }
}

function checkPeople({ people = [], accounts = [] }: Scenario) {
  for (const [index, { principal, account: id }] of people.entries()) {
    const account = id ? accounts.find((each) => each.id === id) : accounts[0]
    if (!account) fail(['people', index, 'account'], 'there is no such account')
    const isThere =
      principal === 'root' ||
      account?.users?.some(({ name }) => principal === `user/${name}`) === true ||
      account?.fill?.users !== undefined
    if (!isThere) fail(['people', index, 'principal'], `there is no ${principal}`)
  }
}

/** Throws at the first name that cannot stand. */
export function checkNames(scenario: Scenario) {
  const { accounts = [] } = scenario
  for (const [index, account] of accounts.entries())
    checkAccount(account, ['accounts', index])
  checkKeys(accounts)
  checkPeople(scenario)
}
