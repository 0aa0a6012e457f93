import { beforeEach, expect, test } from 'vitest'

import type { ActiveRole, SignIn } from './identity'
import {
  activeCredentials,
  callerKey,
  signedIn,
  signedOut,
  switchedBack,
  switchedTo,
  useIdentityStore,
} from './identity'

const credentials = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: 'secret' })

const stuart: SignIn = {
  account: '111122223333',
  kind: 'user',
  name: 'Stuart',
  arn: 'arn:aws:iam::111122223333:user/Stuart',
  credentials: credentials('ASIAUSER'),
}

const role = (roleName: string): ActiveRole => ({
  account: '111122223333',
  roleName,
  displayName: `${roleName} @ 111122223333`,
  arn: `arn:aws:sts::111122223333:assumed-role/${roleName}/Stuart`,
  credentials: credentials(`ASIA${roleName}`),
})

const state = () => useIdentityStore.getState()

beforeEach(() =>
  useIdentityStore.setState({ signIn: undefined, role: undefined, history: [] })
)

test('a switch replaces the credentials and keeps the sign-in', () => {
  signedIn(stuart)
  switchedTo(role('A'))
  expect(activeCredentials(state())?.accessKeyId).toBe('ASIAA')
  expect(state().signIn).toEqual(stuart)
})

test('switching back restores the sign-in', () => {
  signedIn(stuart)
  const before = callerKey(state())
  switchedTo(role('A'))
  expect(callerKey(state())).not.toBe(before)
  switchedBack()
  expect(callerKey(state())).toBe(before)
})

test('the history holds the last five roles, most recent first, each once', () => {
  signedIn(stuart)
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'C']) switchedTo(role(name))
  expect(state().history.map((entry) => entry.roleName)).toEqual(['C', 'F', 'E', 'D', 'B'])
})

test('the history holds no credentials and outlives the sign-in', () => {
  signedIn(stuart)
  switchedTo(role('A'))
  signedOut()
  expect(state().signIn).toBeUndefined()
  expect(state().history).toEqual([
    { account: '111122223333', roleName: 'A', displayName: 'A @ 111122223333' },
  ])
})

test('a bad stored identity is dropped', () => {
  const merge = useIdentityStore.persist.getOptions().merge
  expect(merge?.({ signIn: { account: 7 }, history: 'none' }, state())).toEqual({
    history: [],
  })
})
