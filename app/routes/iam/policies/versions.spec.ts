import { expect, test } from 'vitest'
import { oldestToGo } from './versions'

const version = (VersionId: string, IsDefaultVersion = false) => ({
  VersionId,
  IsDefaultVersion,
})

test.each([
  [['v1', 'v2'], 'v2', undefined],
  [['v1', 'v2', 'v3', 'v4', 'v5'], 'v5', 'v1'],
  [['v1', 'v2', 'v3', 'v4', 'v5'], 'v1', 'v2'],
  [['v12', 'v11', 'v10', 'v9', 'v8'], 'v12', 'v8'],
])('of %j with the default %s, %s makes room', (ids, byDefault, oldest) => {
  expect(oldestToGo(ids.map((id) => version(id, id === byDefault)))).toBe(oldest)
})
