import { expect, test } from 'vitest'
import { createCloud } from '~/engine'
import { linesOfStatement } from './statement-lines'

const read = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' }
const write = { Effect: 'Allow', Action: ['s3:Put*'], Resource: '*' }

/** As the engine itself names it. */
async function lines(text: string, action: string) {
  const cloud = createCloud()
  const { iam } = cloud.client(cloud.credentialsFor('arn:aws:iam::111122223333:root'))
  const { EvaluationResults } = await iam.simulateCustomPolicy({
    PolicyInputList: [text],
    ActionNames: [action],
  })
  const statement = EvaluationResults?.[0]?.MatchedStatements?.[0]
  return statement && linesOfStatement(text, statement)
}

const policy = (Statement: unknown) => ({ Version: '2012-10-17', Statement })

test.each([
  ['on one line', JSON.stringify(policy([read, write]))],
  ['printed', JSON.stringify(policy([read, write]), null, 4)],
])('a statement of a policy %s', async (_, text) => {
  expect(await lines(text, 's3:GetObject')).toEqual({ first: 4, last: 8 })
  expect(await lines(text, 's3:PutObject')).toEqual({ first: 9, last: 15 })
})

test('the only statement', async () => {
  expect(await lines(JSON.stringify(policy(read)), 's3:GetObject')).toEqual({
    first: 3,
    last: 7,
  })
})

test('none in a text that is another one', () => {
  const at = { StartPosition: { Line: 1, Column: 9 }, EndPosition: { Line: 4, Column: 1 } }
  expect(linesOfStatement('{}', at)).toBeUndefined()
})
