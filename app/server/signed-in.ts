/** Who is signed in, as the console keeps it. */
import type { Cloud } from '~/engine'
import { nameOf, rootArn } from '~/engine/arn'
import type { Credentials } from '~/engine/model'
import { resolveRef } from '~/scenarios/refs'

/** Somebody is named who is not in the world. */
export class UnknownRefError extends Error {}

export function arnOf(cloud: Cloud, ref: string): string {
  const arn = resolveRef(cloud.world, ref)
  if (arn) return arn
  throw new UnknownRefError(`nothing in the world is called ${ref}`)
}

const accountOf = (arn: string) => arn.split(':')[4] ?? ''

/** As after a switch, a role's session bears the name of who took it up. */
const sessionArn = (role: string, user: string) =>
  `arn:aws:sts::${accountOf(role)}:assumed-role/${nameOf(role)}/${nameOf(user)}`

/** A session of a user or of the root user, or of the role that `via` names. */
export function openSession(cloud: Cloud, ref: string, via?: string): Promise<Credentials> {
  const user = arnOf(cloud, ref)
  const principal = via === undefined ? user : sessionArn(arnOf(cloud, via), user)
  return cloud.exclusively(() => cloud.credentialsFor(principal))
}

/** What `stores/identity` keeps, as the text that stands under its name. */
export async function keptIdentity(cloud: Cloud, ref: string, via?: string) {
  const arn = arnOf(cloud, ref)
  const owner = Object.values(cloud.world.accounts).find(({ id }) => rootArn(id) === arn)
  const signIn = {
    account: accountOf(arn),
    kind: owner ? 'root' : 'user',
    name: owner?.email ?? nameOf(arn),
    arn,
    credentials: await openSession(cloud, ref),
  }
  const role = via === undefined ? undefined : await keptRole(cloud, ref, via)
  return JSON.stringify({ state: { signIn, role, history: [] }, version: 0 })
}

async function keptRole(cloud: Cloud, ref: string, via: string) {
  const role = arnOf(cloud, via)
  const [account, roleName] = [accountOf(role), nameOf(role)]
  return {
    account,
    roleName,
    displayName: `${roleName} @ ${account}`,
    arn: sessionArn(role, arnOf(cloud, ref)),
    credentials: await openSession(cloud, ref, via),
  }
}
