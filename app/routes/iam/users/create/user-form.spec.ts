import { describe, expect, test } from 'vitest'
import { type AwsClient, createCloud, DEFAULT_ACCOUNT } from '~/engine'
import { createProgress, HalfDoneError } from '~/data/progress'
import { blankUser, createUserSteps, userProblems } from './user-form'

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

  const createUser = async (client: AwsClient, policy: string) =>
    createProgress().run(await createUserSteps(client, form(policy), 'Secret123!'))

  test('gives it permissions, a password, and the right to change it', async () => {
    const client = root()
    await createUser(client, 'AmazonS3ReadOnlyAccess')
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
    const error = await createUser(client, 'NoSuchPolicy').catch((thrown) => thrown)
    expect(error).toBeInstanceOf(HalfDoneError)
    expect(error).toMatchObject({
      done: ['Create user Ann'],
      left: [
        'Attach policy NoSuchPolicy',
        'Enable console access',
        'Allow the user to change the password',
      ],
    })
    expect((await client.iam.getUser({ UserName: 'Ann' })).User?.UserName).toBe('Ann')
  })
})
