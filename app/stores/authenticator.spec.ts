import { beforeEach, expect, test } from 'vitest'
import {
  deviceDropped,
  deviceHeld,
  devicesForgotten,
  useAuthenticatorStore,
} from './authenticator'

const devices = () => useAuthenticatorStore.getState().devices
const phone = { serial: 'arn:aws:iam::111122223333:mfa/phone', seed: 'A'.repeat(64) }
const tablet = { ...phone, serial: 'arn:aws:iam::111122223333:mfa/tablet' }

beforeEach(devicesForgotten)

test('a device that is set up again has its new secret alone', () => {
  deviceHeld(phone)
  deviceHeld(tablet)
  const again = { ...phone, seed: 'B'.repeat(64) }
  deviceHeld(again)
  expect(devices()).toEqual([again, tablet])
})

test('a device that was removed is gone', () => {
  deviceHeld(phone)
  deviceHeld(tablet)
  deviceDropped(phone.serial)
  expect(devices()).toEqual([tablet])
})
