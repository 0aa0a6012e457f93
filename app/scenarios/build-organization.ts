/** What is in no account: the organization, and what partners of AWS have asked for. */
import type { World } from '~/engine/model'
import type { Scenario } from './schema'

export function addOrganization(
  world: World,
  given: NonNullable<Scenario['organization']>
) {
  const { id, managementAccount, accounts, scps = {}, rcps = {}, ...more } = given
  type Given = NonNullable<typeof given.scps>
  const toPolicies = (
    kind: 'service_control_policy' | 'resource_control_policy',
    by: Given
  ) =>
    Object.fromEntries(
      Object.entries(by).map(([target, policies]) => [
        target,
        policies.map(({ name, document }) => ({
          name,
          arn: `arn:aws:organizations::${managementAccount}:policy/${id}/${kind}/p-${name.toLowerCase()}`,
          document: JSON.stringify(document),
        })),
      ])
    )
  world.organization = {
    id,
    managementAccount,
    accounts: Object.fromEntries(
      Object.entries(accounts).map(([account, path]) => [account, { path }])
    ),
    scps: toPolicies('service_control_policy', scps),
    rcps: toPolicies('resource_control_policy', rcps),
    ...more,
  }
}

const DAY = 86_400_000

export function addDelegationRequests(
  world: World,
  given: NonNullable<Scenario['delegationRequests']>,
  time: string
) {
  const created = new Date(time).toISOString()
  const made = given.map(({ policy, days = 7, sessionDuration = 3600, ...more }) => ({
    ...more,
    policy: JSON.stringify(policy),
    sessionDuration,
    state: 'UNASSIGNED' as const,
    created,
    updated: created,
    expires: new Date(Date.parse(created) + days * DAY).toISOString(),
  }))
  world.delegationRequests = Object.fromEntries(made.map((each) => [each.id, each]))
}
