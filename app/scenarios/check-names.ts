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

function checkAccount(account: ScenarioAccount, path: (string | number)[]) {
  for (const kind of kinds) {
    const names = (account[kind] ?? []).map(({ name }) => name)
    checkOnce(names, [...path, kind])
  }
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
  checkPeople(scenario)
}
