/**
 * The console's switch of role, as far as it is more than a call of AssumeRole.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
import { authenticate } from './caller'
import { SIGN_IN } from './console-session'
import type { Credentials, World } from './model'
import { identityOf, record } from './record'
import { entryOf } from './records'
import type { Store } from './store'
import { findByArn } from './world'

/** How long a switched session may last: the role's maximum, or what is left of the sign-in. */
export function switchSeconds(
  world: World,
  credentials: Credentials,
  roleArn: string,
  now: string
) {
  const session = entryOf(world.sessions, credentials.accessKeyId)
  const found = findByArn(world, roleArn)
  const longest = found?.kind === 'role' ? found.role.maxSessionDuration : 3600
  if (!session) return longest
  // a session that is itself a role's is chained, and ends after an hour at most
  const most = session.identity.type === 'role' ? 3600 : longest
  const left = Math.floor((Date.parse(session.expires) - Date.parse(now)) / 1000)
  // STS gives no session shorter than this
  return Math.max(900, Math.min(most, left))
}

function isAlive(world: World, credentials: Credentials, now: string) {
  try {
    return Boolean(authenticate(world, credentials, now))
  } catch {
    return false
  }
}

/** `SwitchRole` and `ExitRole`: both are the role's events, in the role's account. */
export function recordSwitch(
  store: Store,
  role: Credentials,
  eventName: 'SwitchRole' | 'ExitRole',
  from: string,
  now: string
) {
  // a session that has ended by itself leaves nothing to record
  if (eventName === 'ExitRole' && !isAlive(store.world, role, now)) return
  store.change((world) => {
    const caller = authenticate(world, role, now)
    record(world, identityOf(caller), caller.account, now, {
      eventSource: SIGN_IN,
      eventName,
      readOnly: false,
      responseElements: { [eventName]: 'Success' },
      additionalEventData: { SwitchFrom: from },
    })
  })
}
