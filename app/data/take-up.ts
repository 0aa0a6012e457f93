import { nameOf, rootArn } from '~/engine/arn'
import { cloud } from './cloud'
import { continueAs, holdRole } from './identity'
import { resolveRef } from '~/scenarios/refs'
import { StartParameterError } from './start-parameters'

/** Signs somebody in without the form, and takes up a role when `via` names one. */
export async function takeUp(as: string, via?: string) {
  const principal = arnOf('as', as)
  const role = via === undefined ? undefined : arnOf('via', via)
  const credentials = await cloud().exclusively(() => cloud().credentialsFor(principal))
  await continueAs(credentials, knownOf(principal))
  if (!role) return
  // as after a switch, the session bears the name of who took it up
  const account = role.split(':')[4] ?? ''
  const roleName = nameOf(role)
  const session = `arn:aws:sts::${account}:assumed-role/${roleName}/${nameOf(principal)}`
  const held = await cloud().exclusively(() => cloud().credentialsFor(session))
  holdRole({ account, roleName, arn: session, credentials: held })
}

function arnOf(parameter: string, ref: string) {
  const arn = resolveRef(cloud().world, ref)
  if (arn) return arn
  throw new StartParameterError(
    parameter,
    `The parameter ${parameter} is "${ref}", but nobody of that name is in the scenario.`
  )
}

/** The root user goes by its e-mail address. */
function knownOf(principal: string) {
  const account = Object.values(cloud().world.accounts).find(
    ({ id }) => rootArn(id) === principal
  )
  return account ? { email: account.email } : {}
}
