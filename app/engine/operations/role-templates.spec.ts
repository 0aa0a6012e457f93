/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AcquireRole.html */
import { describe, expect, test } from 'vitest'
import { allow, document, HOME, refusal, roleArn, trusting } from '../spec-cloud'
import { stsCloud, user } from './sts-spec-cloud'

const POWER = 'arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1'
const BACKUP =
  'arn:aws:iam::aws:role-template/backup.amazonaws.com/AWSBackupDefaultServiceRoleTemplate:1'
const service = { AWSServiceName: { Values: ['lambda.amazonaws.com'] } }
const power = { TemplateArn: POWER, ReplacementValues: service }
const RoleName = 'PowerUserRole'

describe('a role template', () => {
  test('tells what roles are made of', async () => {
    const { iam } = await stsCloud()
    const at = (TemplateArn: string, more: object = {}) =>
      iam.getRoleTemplateVersion({ TemplateArn, ...more })
    const { RoleTemplateVersion } = await at(POWER, { MinorVersion: 0 })
    expect(RoleTemplateVersion).toMatchObject({
      TemplateArn: POWER,
      TemplateName: 'PowerUserRoleTemplate',
      RoleNamePattern: '@{RoleName}',
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'],
      ParametersDefinition: [
        { Name: 'AWSServiceName', IsRequired: true },
        { Name: 'RoleName', IsRequired: false, DefaultValue: 'PowerUserRole' },
      ],
    })
    expect(RoleTemplateVersion).not.toHaveProperty('RolePathPattern')
    expect((await at(BACKUP)).RoleTemplateVersion?.RolePathPattern).toBe('/service-role/')
    const missing = {
      code: 'NoSuchEntity',
      message: 'Role Template ARN cannot be found.',
      status: 404,
    }
    expect(await refusal(at(`${POWER}0`))).toEqual(missing)
    expect(await refusal(at(POWER, { MinorVersion: 1 }))).toEqual(missing)
    expect((await refusal(at('arn'))).code).toBe('ValidationError')
  })

  test('is a permission', async () => {
    const { keys } = await stsCloud({ identity: allow('s3:*') })
    const begins = `User: ${user} is not authorized to perform: iam:GetRoleTemplateVersion on resource: `
    expect(
      (await refusal(keys.iam.getRoleTemplateVersion({ TemplateArn: POWER }))).message
    ).toContain(`${begins}role-template ${POWER}`)
    expect((await refusal(keys.iam.acquireRole(power))).message).toContain(
      `${begins}role template ${POWER}`
    )
  })
})

describe('AcquireRole', () => {
  test('makes a role once, and finds it afterwards', async () => {
    const { iam, cloud } = await stsCloud()
    const { Role } = await iam.acquireRole(power)
    expect(Role).toMatchObject({ RoleName, Path: '/', Arn: roleArn(RoleName) })
    expect(Role).not.toHaveProperty('Description')
    expect(cloud.world.events.at(-1)).toMatchObject({ eventName: 'AcquireRole' })
    expect((await iam.getRole({ RoleName })).Role).toMatchObject({
      Description: 'Power user role for lambda.amazonaws.com',
      MaxSessionDuration: 3600,
      SourceRoleTemplate: { TemplateArn: POWER, TemplateMinorVersion: 0 },
    })
    expect((await iam.listAttachedRolePolicies({ RoleName })).AttachedPolicies).toEqual([
      {
        PolicyName: 'PowerUserAccess',
        PolicyArn: 'arn:aws:iam::aws:policy/PowerUserAccess',
      },
    ])
    await iam.updateRole({ RoleName, Description: 'mine', MaxSessionDuration: 7200 })
    expect((await iam.acquireRole(power)).Role).toEqual(Role)
  })

  test('fills in where the role is to be used', async () => {
    const { iam } = await stsCloud()
    const { Role } = await iam.acquireRole({
      TemplateArn: BACKUP,
      TemplateMinorVersion: 0,
      ReplacementValues: { accountId: { Values: [HOME] } },
    })
    expect(Role?.Path).toBe('/service-role/')
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toContain(
      `{"StringEquals":{"aws:SourceAccount":"${HOME}"}}`
    )
  })

  test('does not take a role that has been changed, until it is changed back', async () => {
    const { iam } = await stsCloud()
    await iam.acquireRole(power)
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const Tags = [{ Key: 'k', Value: 'v' }]
    const PolicyName = 'p'
    const trust = (Service: string) =>
      document({ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' })
    const changes = [
      [
        () => iam.attachRolePolicy({ RoleName, PolicyArn }),
        () => iam.detachRolePolicy({ RoleName, PolicyArn }),
      ],
      [
        () => iam.tagRole({ RoleName, Tags }),
        () => iam.untagRole({ RoleName, TagKeys: ['k'] }),
      ],
      [
        () => iam.putRolePolicy({ RoleName, PolicyName, PolicyDocument: allow('*') }),
        () => iam.deleteRolePolicy({ RoleName, PolicyName }),
      ],
      [
        () => iam.putRolePermissionsBoundary({ RoleName, PermissionsBoundary: PolicyArn }),
        () => iam.deleteRolePermissionsBoundary({ RoleName }),
      ],
      [
        () =>
          iam.updateAssumeRolePolicy({
            RoleName,
            PolicyDocument: trust('ec2.amazonaws.com'),
          }),
        () =>
          iam.updateAssumeRolePolicy({
            RoleName,
            PolicyDocument: trust('lambda.amazonaws.com'),
          }),
      ],
    ] as const
    for (const [change, undo] of changes) {
      await change()
      expect(await refusal(iam.acquireRole(power))).toEqual({
        code: 'RoleModified',
        message: `Role ${RoleName} has been modified since it was created and is no longer managed.`,
        status: 409,
      })
      await undo()
      await iam.acquireRole(power)
    }
  })

  test('keeps off a name that is taken, whatever its case', async () => {
    const { iam } = await stsCloud()
    const taken = {
      code: 'NameConflict',
      message:
        'A role with this name already exists in the account but was not created from this template. Choose a different role name, or remove the existing role if it is no longer needed.',
      status: 409,
    }
    await iam.createRole({
      RoleName: 'powerUSERrole',
      AssumeRolePolicyDocument: trusting(user),
    })
    expect(await refusal(iam.acquireRole(power))).toEqual(taken)
    const named = (name: string, who = 'lambda') => ({
      TemplateArn: POWER,
      ReplacementValues: {
        AWSServiceName: { Values: [`${who}.amazonaws.com`] },
        RoleName: { Values: [name] },
      },
    })
    await iam.acquireRole(named('Own'))
    const different = {
      ...taken,
      message:
        'A role with this name exists but was created with different parameters. Pass a unique roleName to create a new role.',
    }
    expect(await refusal(iam.acquireRole(named('Own', 'ec2')))).toEqual(different)
    expect(await refusal(iam.acquireRole(named('own')))).toEqual(different)
  })

  test('asks for what the role is made with, and to find it', async () => {
    const actions = ['iam:GetRoleTemplateVersion']
    const spec = await stsCloud()
    const { iam } = spec
    const give = (Condition: object = {}) =>
      iam.putUserPolicy({
        UserName: 'Stuart',
        PolicyName: 'own',
        PolicyDocument: document({
          Effect: 'Allow',
          Action: actions,
          Resource: '*',
          ...(actions.length > 1 ? { Condition } : {}),
        }),
      })
    const needs = async (action: string) => {
      expect((await refusal(spec.keys.iam.acquireRole(power))).message).toContain(
        `iam:${action} on resource: role/${RoleName} `
      )
      actions.push(`iam:${action}`)
    }
    await give()
    await needs('CreateRole')
    await give()
    await needs('AttachRolePolicy')
    await give()
    await spec.keys.iam.acquireRole(power)
    await needs('GetRole')
    await give()
    await spec.keys.iam.acquireRole(power)
  })

  test.each([
    [
      'a template that there is not',
      { TemplateArn: `${POWER}0` },
      'NoSuchEntity',
      `Role template not found in repository: ${POWER}0`,
    ],
    [
      'a version that there is not',
      { ...power, TemplateMinorVersion: 1 },
      'NoSuchEntity',
      `Role template not found in repository: ${POWER}`,
    ],
    [
      'a value that is missing',
      { TemplateArn: POWER },
      'InvalidInput',
      "Failed to render template: Parameter 'AWSServiceName' not found.",
    ],
    [
      'two values for one',
      { TemplateArn: POWER, ReplacementValues: { AWSServiceName: { Values: ['a', 'b'] } } },
      'ValidationError',
      'AWSServiceName replacement value must contain exactly one value, got 2',
    ],
    [
      'a value for nothing',
      { TemplateArn: POWER, ReplacementValues: { ...service, Unused: { Values: ['a'] } } },
      'InvalidInput',
      'Failed to render template: Unrecognized parameter: Unused',
    ],
    [
      'a service that there is not',
      { TemplateArn: POWER, ReplacementValues: { AWSServiceName: { Values: ['no'] } } },
      'MalformedPolicyDocument',
      'Invalid principal in policy: "SERVICE":"no"',
    ],
    [
      'a name that is none',
      {
        TemplateArn: POWER,
        ReplacementValues: { ...service, RoleName: { Values: ['a b'] } },
      },
      'ValidationError',
      'The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    ],
  ])('is refused with %s', async (_, input, code, message) => {
    const { iam } = await stsCloud()
    expect(await refusal(iam.acquireRole(input))).toMatchObject({ code, message })
  })
})
