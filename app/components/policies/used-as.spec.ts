import { expect, test } from 'vitest'
import { usedAs } from './used-as'

test.each([
  [0, 0, 'None'],
  [2, 0, 'Permissions policy (2)'],
  [0, 1, 'Permissions boundary (1)'],
  [2, 1, 'Permissions policy (2), Permissions boundary (1)'],
])('attached %d times and a boundary %d times is %j', (attached, boundaries, text) => {
  expect(
    usedAs({ AttachmentCount: attached, PermissionsBoundaryUsageCount: boundaries })
  ).toBe(text)
})
