import { describe, expect, test } from 'vitest'
import { createCloud, DEFAULT_ACCOUNT } from '~/engine'
import { blankUser, createUser, HalfCreatedError, userProblems } from './user-form'

test.each([
  ['', 'User name is required.'],
  ['x'.repeat(65), 'User name must have a maximum of 64 characters.'],
  ['a b', expect.stringMatching(/^User name contains invalid characters\./)],
  ['a+=,.@_-9', undefined],
])('the name %j', (name, problem) => {
  expect(userProblems({ ...blankUser, name }).name).toEqual(problem)
})

test('a custom password is asked for only with console access', () => {
  const password = { kind: 'custom', password: '', reset: true } as const
  const form = { ...blankUser, name: 'Ann', password }
  expect(userProblems(form)).toEqual({})
  expect(userProblems({ ...form, console: true })).toEqual({
    password: 'Enter a password.',
  })
})

describe('creating a user', () => {
  const policies = (PolicyName: string) => [
    { PolicyName, Arn: `arn:aws:iam::aws:policy/${PolicyName}` },
  ]
  const root = () => {
    const cloud = createCloud()
    return cloud.client(cloud.credentialsFor(`arn:aws:iam::${DEFAULT_ACCOUNT}:root`))
  }

  const form = (policy: string) => ({
    ...blankUser,
    name: 'Ann',
    console: true,
    choice: { ...blankUser.choice, option: 'attach' as const, policies: policies(policy) },
  })

  test('gives it permissions, a password, and the right to change it', async () => {
    const client = root()
    await createUser(client, form('AmazonS3ReadOnlyAccess'), 'Secret123!')
    const { AttachedPolicies } = await client.iam.listAttachedUserPolicies({
      UserName: 'Ann',
    })
    expect(AttachedPolicies?.map(({ PolicyName }) => PolicyName)).toEqual([
      'AmazonS3ReadOnlyAccess',
      'IAMUserChangePassword',
    ])
    const { LoginProfile } = await client.iam.getLoginProfile({ UserName: 'Ann' })
    expect(LoginProfile?.PasswordResetRequired).toBe(true)
  })

  test('says so when the user exists and a later call failed', async () => {
    const client = root()
    await expect(createUser(client, form('NoSuchPolicy'), 'Secret123!')).rejects.toThrow(
      HalfCreatedError
    )
    expect((await client.iam.getUser({ UserName: 'Ann' })).User?.UserName).toBe('Ann')
  })
})
