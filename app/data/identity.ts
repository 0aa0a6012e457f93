/** Signing in and out, switching role and back. */
import type { Decision } from '~/engine/evaluate/decision'
import { authenticate } from '~/engine/caller'
import { isServiceError } from '~/engine/errors'
import type { Credentials } from '~/engine/model'
import { clearFlashes } from '~/stores/flash'
import type { ActiveRole, SignIn } from '~/stores/identity'
import {
  activeCredentials,
  signedIn,
  signedOut,
  switchedBack,
  switchedTo,
  useIdentityStore,
} from '~/stores/identity'
import { clock } from '~/lib/clock'
import { track } from '~/lib/idle'

import { queryClient } from './client'
import { cloud } from './cloud'
import { passFaults } from './faults'
import { noteRefusal } from './refusals'
import { retried } from './retries'
import { endsSession, sessionEnded } from './session-ended'

type Asked = { password: string; mfaCode?: string; newPassword?: string }

export type SignInInput =
  ({ account: string; userName: string } & Asked) | ({ email: string } & Asked)

const isAccountId = (text: string) => /^\d{12}$/.test(text)

/** Throws what the engine throws when the form is wrong. */
export const signIn = (form: SignInInput) => track(signInNow(form))

async function signInNow(form: SignInInput) {
  // whether a new password may be set is a question for the user's policies
  await cloud().ready
  const passed = await passFaults('signin:ConsoleLogin')
  const credentials = await cloud().exclusively(() =>
    cloud().signIn('email' in form ? { account: '', ...form } : form)
  )
  passed()
  await continueAs(credentials, 'email' in form ? form : { alias: form.account })
}

/** Take up a session that exists already, as a start with `?as=` does. */
export async function continueAs(
  credentials: Credentials,
  known: { alias?: string; email?: string } = {}
) {
  const { Account = '', Arn = '' } = await cloud()
    .client(credentials)
    .sts.getCallerIdentity()
  const isRoot = Arn.endsWith(':root')
  const who: SignIn = {
    account: Account,
    kind: isRoot ? 'root' : 'user',
    name: isRoot ? (known.email ?? 'root') : Arn.slice(Arn.lastIndexOf('/') + 1),
    arn: Arn,
    credentials,
  }
  const alias = known.alias && !isAccountId(known.alias) ? known.alias : undefined
  forgetAnswers()
  signedIn(alias ? { ...who, accountAlias: alias } : who)
}

/** Carries the decision behind AWS's one opaque sentence, for whoever asks why. */
export class SwitchRoleError extends Error {
  readonly decision: Decision | undefined
  constructor(cause: unknown) {
    super(
      'Invalid information in one or more fields. Check your information or contact your administrator.',
      { cause }
    )
    this.decision = isServiceError(cause) ? cause.decision : undefined
  }
}

export type SwitchRoleInput = {
  /** ID or alias. */
  account: string
  roleName: string
  displayName?: string
  color?: string
}

/**
 * The original sign-in authorises every switch, also from one role to the next.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
export const switchRole = (form: SwitchRoleInput) => track(switchRoleNow(form))

async function switchRoleNow({ account, roleName, displayName, color }: SwitchRoleInput) {
  const who = useIdentityStore.getState().signIn
  if (!who) throw new Error('nobody is signed in')
  const role = await retried(async () => {
    const passed = await passFaults('sts:AssumeRole', who.arn)
    const switched = await cloud().switchRole(who.credentials, { account, roleName })
    passed()
    return switched
  }).catch((error: unknown) => {
    noteRefusal(error)
    if (!endsSession(error)) throw new SwitchRoleError(error)
    sessionEnded()
    throw error
  })
  holdRole({
    account: role.account,
    roleName,
    displayName: displayName || `${roleName} @ ${account}`,
    ...(color ? { color } : {}),
    arn: role.arn,
    credentials: role.credentials,
  })
}

/** Takes up a role session that exists already. */
export function holdRole({ displayName, ...role }: Held) {
  forgetAnswers()
  switchedTo({ ...role, displayName: displayName ?? `${role.roleName} @ ${role.account}` })
}

type Held = Omit<ActiveRole, 'displayName'> & { displayName?: string }

/** The role session simply ends; the sign-in was there all along. */
export function switchBack() {
  const { role, signIn: who } = useIdentityStore.getState()
  if (role && who) void track(exitRole(role.credentials, who.arn))
  forgetAnswers()
  switchedBack()
}

/** A session that has ended by itself leaves nothing to record. */
const exitRole = (credentials: Credentials, from: string) =>
  cloud()
    .exclusively(() => cloud().switchBack(credentials, from))
    .catch(() => undefined)

export function signOut() {
  forgetAnswers()
  signedOut()
}

/** Whoever is signed in stays so, if the world knows their session. */
export function signOutStrangers() {
  const credentials = activeCredentials(useIdentityStore.getState())
  if (!credentials) return
  try {
    authenticate(cloud().world, credentials, clock.now())
  } catch {
    signOut()
  }
}

/** Messages and answers were for the identity that leaves. */
function forgetAnswers() {
  clearFlashes()
  queryClient.removeQueries()
}
