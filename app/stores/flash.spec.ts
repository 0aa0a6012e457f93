import { beforeEach, expect, test } from 'vitest'

import { clearFlashes, dismissFlash, flash, turnPage, useFlashStore } from './flash'

const messages = () => useFlashStore.getState().messages

beforeEach(clearFlashes)

test('the newest message is on top', () => {
  flash({ type: 'info', content: 'first' })
  flash({ type: 'info', content: 'second' })
  expect(messages().map(({ content }) => content)).toEqual(['second', 'first'])
})

test('a message with a known id takes its place', () => {
  const id = flash({ type: 'in-progress', content: 'Deleting' })
  flash({ type: 'info', content: 'above' })
  flash({ id, type: 'success', content: 'Deleted' })
  expect(messages().map(({ content }) => content)).toEqual(['above', 'Deleted'])
})

test('a dismissed message is gone', () => {
  dismissFlash(flash({ type: 'error', content: 'Failed' }))
  expect(messages()).toEqual([])
})

test('a message goes along to the page it led to, and no further', () => {
  flash({ type: 'success', content: 'Created' })
  turnPage()
  expect(messages()).toHaveLength(1)
  turnPage()
  expect(messages()).toEqual([])
})

test('a message that comes again counts as new', () => {
  flash({ id: 'one', type: 'error', content: 'Failed' })
  turnPage()
  flash({ id: 'one', type: 'success', content: 'Done' })
  turnPage()
  expect(messages()).toHaveLength(1)
})
