import { describe, expect, test } from 'vitest'
import { specCloud } from '~/engine/spec-cloud'
import {
  type PasswordPolicyForm,
  problemsOf,
  rulesOf,
  toForm,
  toInput,
} from './password-policy-form'

const form = (change: Partial<PasswordPolicyForm> = {}): PasswordPolicyForm => ({
  ...toForm(null),
  kind: 'custom',
  ...change,
})

describe('the form of a password policy', () => {
  test('comes back from the API as it was filled in', async () => {
    const { iam } = specCloud().root()
    const filled = form({
      minimumLength: '14',
      uppercase: true,
      symbols: true,
      expires: true,
      maxAge: '30',
      hardExpiry: true,
      preventsReuse: true,
      remembered: '3',
      allowChange: false,
    })
    await iam.updateAccountPasswordPolicy(toInput(filled))
    const { PasswordPolicy } = await iam.getAccountPasswordPolicy()
    expect(toForm(PasswordPolicy ?? null)).toEqual(filled)
  })

  test.each([
    [{ minimumLength: '5' }, { minimumLength: expect.stringContaining('6 and 128') }],
    [{ minimumLength: 'ten' }, { minimumLength: expect.any(String) }],
    [{ minimumLength: '129' }, { minimumLength: expect.any(String) }],
    [{ expires: true, maxAge: '0' }, { maxAge: expect.stringContaining('1 and 1095') }],
    [{ expires: false, maxAge: '0' }, {}],
    [{ preventsReuse: true, remembered: '25' }, { remembered: expect.any(String) }],
    [{ kind: 'default' as const, minimumLength: '1' }, {}],
    [{}, {}],
  ])('%j has the problems %j', (change, problems) => {
    expect(problemsOf(form(change))).toEqual(problems)
  })
})

describe('the rules of a password policy', () => {
  test('are IAM’s own where the account has none', () => {
    expect(rulesOf(null)[0]).toBe('Minimum password length is 8 characters')
    expect(rulesOf(null)).toContain('Never expire password')
  })

  test('name what is required, and nothing else', () => {
    expect(
      rulesOf({
        MinimumPasswordLength: 12,
        RequireNumbers: true,
        AllowUsersToChangePassword: true,
        MaxPasswordAge: 1,
        PasswordReusePrevention: 2,
      } as Parameters<typeof rulesOf>[0])
    ).toEqual([
      'Minimum password length is 12 characters',
      'Require at least one number',
      'Passwords expire in 1 day',
      'Allow users to change their own password',
      'Prevent password reuse from the past 2 passwords',
    ])
  })
})
