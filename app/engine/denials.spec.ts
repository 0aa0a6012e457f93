import { beforeEach, describe, expect, test } from 'vitest'
import type { Denial } from './model'
import { allow, refusal, specCloud, userArn } from './spec-cloud'

let spec = specCloud()
beforeEach(async () => {
  spec = specCloud()
  const { iam } = spec.root()
  for (const UserName of ['U', 'V']) {
    await iam.createUser({ UserName })
    await iam.putUserPolicy({ UserName, PolicyName: 'P', PolicyDocument: allow('iam:*') })
  }
})

function denying(...denials: Denial[]) {
  const { world } = spec.cloud
  spec.cloud.replace({ ...world, rules: { ...world.rules, denials } })
}

const tag = (name: string) =>
  spec
    .client(userArn(name))
    .iam.tagUser({ UserName: 'U', Tags: [{ Key: 'a', Value: 'b' }] })

describe('an injected denial', () => {
  test('is refused in the words of a service control policy, and can be explained', async () => {
    denying({ actions: ['iam:Tag*'] })
    expect(await refusal(tag('U'))).toEqual({
      code: 'AccessDenied',
      message: `User: ${userArn('U')} is not authorized to perform: iam:TagUser on resource: user U with an explicit deny in a service control policy: arn:aws:organizations::aws:policy/service_control_policy/p-injected-denial`,
      status: 403,
    })
    const decision = spec.cloud.decide({ principal: userArn('U'), action: 'iam:TagUser' })
    expect(decision.verdict).toBe('ExplicitDeny')
    expect(decision.trace.map(({ policy }) => policy.name)).toContain('Injected denial')
  })

  test('may be for some and not for others, and for one action alone', async () => {
    denying({ actions: ['iam:TagUser'], principals: [userArn('U')] })
    expect(await refusal(tag('U'))).toMatchObject({ code: 'AccessDenied' })
    await tag('V')
    await spec.client(userArn('U')).iam.listUsers()
  })

  test('is gone when it is taken back', async () => {
    denying({ actions: ['iam:*'] })
    expect(await refusal(tag('U'))).toMatchObject({ code: 'AccessDenied' })
    denying()
    await tag('U')
  })
})
