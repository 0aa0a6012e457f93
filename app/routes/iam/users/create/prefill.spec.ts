import { expect, test } from 'vitest'
import { prefilledUser } from './prefill'
import { blankUser } from './user-form'

const policy = 'arn:aws:iam::aws:policy/AdministratorAccess'

test('an address without a query fills nothing in', () => {
  expect(prefilledUser('')).toEqual({
    form: blankUser,
    groups: [],
    copyFrom: undefined,
    notes: [],
    step: 0,
    tried: undefined,
  })
})

test('a link of a command-line tool fills name and policies in', () => {
  const { form, notes, step } = prefilledUser(
    `?userNames=ann,bob&accessKey=true&permissionType=attach&policies=${policy}&step=review`
  )
  expect(form.name).toBe('ann')
  expect(form.console).toBe(false)
  expect(form.choice).toMatchObject({
    option: 'attach',
    policies: [{ Arn: policy, PolicyName: 'AdministratorAccess' }],
  })
  expect(notes).toEqual([
    'One user is created at a time. Still to be created: bob.',
    'An access key is made after the user, on the tab Security credentials.',
  ])
  expect(step).toBe(2)
})

test.each([
  ['?step=review', { step: 0, tried: 0 }],
  ['?userNames=a:b', { step: 0, tried: 0 }],
  ['?userNames=ann&step=permissions', { step: 1, tried: undefined }],
  ['?consoleAccess=true', { step: 0, tried: undefined }],
])('%s opens where it can', (search, expected) => {
  expect(prefilledUser(search)).toMatchObject(expected)
})
