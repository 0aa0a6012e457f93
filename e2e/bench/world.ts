/** What the engine's part of the benchmark measures of whole calls, on a large world. */
import { createCloud, DEFAULT_ACCOUNT, newWorld, type World } from '../../app/engine'
import {
  loadManagedPolicies,
  loadManagedPolicyIndex,
  managedPolicyDocument,
} from '../../app/engine/catalog/managed-policies'
import { compilePolicy } from '../../app/engine/policy/compile'
import { buildWorld } from '../../app/scenarios/build'
import { completeScenario, type Fetcher } from '../../app/scenarios/load'

const root = `arn:aws:iam::${DEFAULT_ACCOUNT}:root`

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:AssumeRole' }],
})

const numbered = (word: string, index: number) =>
  `${word}-${String(index).padStart(5, '0')}`

/** An account that has had its quotas raised as far as AWS raises them. */
function largeWorld() {
  const world = newWorld()
  const account = world.accounts[DEFAULT_ACCOUNT]
  if (account) account.quotas = { RolesPerAccount: 5000 }
  return world
}

/** A cloud, and its root user's calls. */
export function openCloud(world: World = largeWorld()) {
  const cloud = createCloud({ world })
  const { iam } = cloud.client(cloud.credentialsFor(root))
  return {
    cloud,
    createRole: (index: number) =>
      iam.createRole({
        RoleName: numbered('Role', index),
        AssumeRolePolicyDocument: trust,
      }),
    createUser: (index: number) => iam.createUser({ UserName: numbered('User', index) }),
    getRole: (index: number) => iam.getRole({ RoleName: numbered('Role', index) }),
    listRoles: (MaxItems: number) => iam.listRoles({ MaxItems }),
  }
}

/** The text of every AWS managed policy. */
export async function managedPolicyTexts() {
  const entries = await loadManagedPolicyIndex()
  const arns = entries.map(({ arn }) => arn)
  await loadManagedPolicies(arns)
  return arns.flatMap((arn) => managedPolicyDocument(arn) ?? [])
}

export const compileText = (text: string) => compilePolicy(JSON.parse(text)).statements

export const scenarioWorld = async (id: string, read: Fetcher) =>
  buildWorld(await completeScenario(await read(id), read))
