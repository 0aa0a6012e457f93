import { expect, test } from 'vitest'
import { countsOf } from './finding-counts'

test('active findings are counted by what they are about', () => {
  const counts = countsOf([
    { status: 'ACTIVE', isPublic: true, resource: 'a' },
    { status: 'ACTIVE', isPublic: false, resource: 'a' },
    { status: 'ACTIVE', findingType: 'UnusedIAMRole', resource: 'b' },
    { status: 'ARCHIVED', findingType: 'UnusedIAMRole', isPublic: true },
    { status: 'RESOLVED' },
  ])
  expect(counts).toMatchObject({
    active: 3,
    archived: 1,
    resolved: 1,
    isPublic: 1,
    resources: 2,
    roles: 1,
    keys: 0,
  })
})
