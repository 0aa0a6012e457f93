/** Every command that the SDK has for IAM and STS can be called here. */
import * as Iam from '@aws-sdk/client-iam'
import * as Sts from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { iamOperations } from './iam'
import { stsOperations } from './sts'

const commandsOf = (sdk: object) =>
  Object.keys(sdk)
    .filter((name) => /^[A-Z]\w+Command$/.test(name))
    .map((name) => name.slice(0, -'Command'.length))
    .sort()

test.each([
  ['IAM', Iam, iamOperations, 180],
  ['STS', Sts, stsOperations, 12],
] as const)('of %s', (_, sdk, table, count) => {
  expect(commandsOf(sdk)).toHaveLength(count)
  expect(Object.keys(table).sort()).toEqual(commandsOf(sdk))
})

test('an operation that comes late is the one that was asked for', async () => {
  for (const table of [iamOperations, stsOperations]) {
    for (const [name, operation] of Object.entries(table)) {
      const loaded: unknown =
        typeof operation === 'function' ? await operation() : operation
      expect(loaded, name).toHaveProperty('run')
    }
  }
})
