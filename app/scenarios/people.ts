/** The cast of a scenario, with what each of them types to sign in. */
import type { Person, Scenario, ScenarioAccount } from './schema'

export type ScenarioPerson = {
  kind: 'root' | 'user'
  /** The user's name, or the root user's e-mail address. */
  name: string
  account: string
  accountAlias?: string
  password: string
  story: string
}

function toPerson(
  { principal, story }: Person,
  account: ScenarioAccount
): ScenarioPerson[] {
  const known = {
    story,
    account: account.id,
    ...(account.alias ? { accountAlias: account.alias } : {}),
  }
  if (principal === 'root') {
    const { email, password } = account
    return email && password ? [{ ...known, kind: 'root', name: email, password }] : []
  }
  const user = account.users?.find(({ name }) => `user/${name}` === principal)
  if (!user?.password) return []
  return [{ ...known, kind: 'user', name: user.name, password: user.password }]
}

/** Whoever has no password is left out: a click on them could not sign in. */
export const peopleOf = ({ people = [], accounts = [] }: Scenario): ScenarioPerson[] =>
  people.flatMap((person) => {
    const account = person.account
      ? accounts.find(({ id }) => id === person.account)
      : accounts[0]
    return account ? toPerson(person, account) : []
  })

/** Where the scenario departs from AWS on purpose, it says so. */
export const departureOf = ({ rules }: Scenario) =>
  rules?.namedPrincipalSuffices === false
    ? "This scenario departs from AWS's rule: a switch takes the role's trust and a policy of the user's own, also within one account."
    : undefined
