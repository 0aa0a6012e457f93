/**
 * Who is signed in, and as which role they act. The original sign-in is kept beside the role:
 * its credentials authorise every further switch, and switching back needs no password.
 */
import * as v from 'valibot'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

import type { Credentials } from '~/engine/model'
import { IDENTITY_NAME, keptStorage } from '~/lib/kept'

const credentials = v.object({
  accessKeyId: v.string(),
  secretAccessKey: v.string(),
  sessionToken: v.optional(v.string()),
  expiration: v.optional(v.string()),
})

const signIn = v.object({
  account: v.string(),
  accountAlias: v.optional(v.string()),
  kind: v.picklist(['root', 'user']),
  /** The user's name; the root user's is its e-mail address. */
  name: v.string(),
  arn: v.string(),
  credentials,
})

const historyEntry = v.object({
  account: v.string(),
  /** With its path, as it was typed. */
  roleName: v.string(),
  displayName: v.string(),
  color: v.optional(v.string()),
})

const activeRole = v.object({ ...historyEntry.entries, arn: v.string(), credentials })

const identity = v.object({
  signIn: v.optional(signIn),
  role: v.optional(activeRole),
  history: v.array(historyEntry),
})

export type SignIn = v.InferOutput<typeof signIn>
export type RoleHistoryEntry = v.InferOutput<typeof historyEntry>
export type ActiveRole = v.InferOutput<typeof activeRole>
export type Identity = v.InferOutput<typeof identity>

const HISTORY_LENGTH = 5

const nobody: Identity = { history: [] }

export const useIdentityStore = create<Identity>()(
  persist(() => nobody, {
    name: IDENTITY_NAME,
    storage: createJSONStorage(() => keptStorage),
    // what another version or a person left there is no reason to fail; a sign-out in
    // another tab takes keys away, so nothing of the old state may shine through
    merge: (stored) => identityOf(stored),
  })
)

const emptied = { signIn: undefined, role: undefined, history: [] }

function identityOf(stored: unknown): Identity {
  const parsed = v.safeParse(identity, stored)
  return parsed.success ? { ...emptied, ...parsed.output } : nobody
}

const { setState } = useIdentityStore

/** Takes up what was kept somewhere else; nobody is signed in when it is no identity. */
export const restoreIdentity = (stored: unknown) => setState(identityOf(stored))

export function signedIn(who: SignIn) {
  isExpired = false
  setState({ signIn: who, role: undefined })
}

export function switchedTo(role: ActiveRole) {
  const { arn: _arn, credentials: _credentials, ...entry } = role
  setState(({ history }) => ({
    role,
    history: [entry, ...history.filter((old) => !isSameRole(old, entry))].slice(
      0,
      HISTORY_LENGTH
    ),
  }))
}

export const switchedBack = () => setState({ role: undefined })

/** The role history belongs to the browser and outlives the sign-in. */
export const signedOut = () => setState({ signIn: undefined, role: undefined })

let isExpired = false

/** The session has ended by itself: who signs in again goes on where it happened. */
export function expired() {
  isExpired = true
  signedOut()
}

/** Whether whoever was signed in last did not leave of their own will. */
export const hasExpired = () => isExpired

export const isSameRole = (a: RoleHistoryEntry, b: RoleHistoryEntry) =>
  a.account === b.account && a.roleName === b.roleName

/** The credentials that calls are made with: the role's while one is active. */
export const activeCredentials = ({
  role,
  signIn: who,
}: Identity): Credentials | undefined => role?.credentials ?? who?.credentials

export const activeArn = ({ role, signIn: who }: Identity) => role?.arn ?? who?.arn

export const activeAccount = ({ role, signIn: who }: Identity) =>
  role?.account ?? who?.account

/** Stands in every query key, so that one identity never sees another's answers. */
export const callerKey = (state: Identity) =>
  `${activeCredentials(state)?.accessKeyId ?? 'nobody'} ${activeArn(state) ?? ''}`
