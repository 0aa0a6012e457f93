import { expect, test } from 'vitest'
import { groupNameProblem } from './group-name'

test.each([
  ['', 'User group name is required.'],
  ['x'.repeat(129), 'User group name must have a maximum of 128 characters.'],
  ['a/b', expect.stringMatching(/^User group name contains invalid characters\./)],
  ['Team_1+=,.@-', undefined],
])('the name %j', (name, problem) => {
  expect(groupNameProblem(name)).toEqual(problem)
})
