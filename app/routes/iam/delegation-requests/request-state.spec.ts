import { expect, test } from 'vitest'
import { canApprove, canRequest, durationText, isIn, stateText } from './request-state'

test('a request is in the tab of its state, and in the last one', () => {
  expect(isIn('Pending', { State: 'PENDING_APPROVAL' })).toBe(true)
  expect(isIn('Approved', { State: 'FINALIZED' })).toBe(true)
  expect(isIn('Rejected', { State: 'FINALIZED' })).toBe(false)
  expect(isIn('All', { State: 'EXPIRED' })).toBe(true)
  expect(stateText('FINALIZED')).toBe('Access granted')
})

test('what is over cannot be approved', () => {
  expect(canApprove({ State: 'UNASSIGNED' })).toBe(true)
  expect(canApprove({ State: 'ACCEPTED' })).toBe(true)
  expect(canRequest({ State: 'ACCEPTED' })).toBe(false)
  expect(canApprove({ State: 'REJECTED' })).toBe(false)
})

test('a duration is said in hours and minutes', () => {
  expect(durationText(7200)).toBe('2 hours')
  expect(durationText(5400)).toBe('1 hour 30 minutes')
  expect(durationText(300)).toBe('5 minutes')
  expect(durationText()).toBe('-')
})
