/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AcquireRole.html */
import type { AcquireRoleRequest } from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { roleArn } from '../arn'
import { type RoleTemplate, roleTemplate, templateArn } from '../catalog/role-templates'
import { noSuchEntity, serviceError } from '../errors'
import { newId } from '../ids'
import type { Also, Call, OperationTable } from '../kernel'
import type { Account, Role } from '../model'
import { allOf, countOf, onShelf, putOnShelf } from '../shelf'
import { checkRoom } from './find'
import * as p from './params'
import { constrainIam, given } from './params'
import { ROLES_PER_ACCOUNT } from './roles'
import { briefRole } from './shapes'
import { encodeDocument } from './text'
import { keepTrustPolicy } from './trust'

const minorVersion = { least: 0, most: 2_147_483_647 }

/** The minor version of every template here. */
const MINOR = 0

type Values = Record<string, string>

type AcquireCall = Call<AcquireRoleRequest>

const found = (arn: string | undefined, minor: number | undefined) =>
  minor === undefined || minor === MINOR ? roleTemplate(arn) : undefined

function theTemplate({ TemplateArn, TemplateMinorVersion }: AcquireRoleRequest) {
  const template = found(TemplateArn, TemplateMinorVersion)
  if (template) return template
  throw noSuchEntity(`Role template not found in repository: ${TemplateArn}`)
}

const unrendered = (why: string) =>
  serviceError('InvalidInput', `Failed to render template: ${why}`)

/** A value for each of the template's parameters, and for nothing else. */
function valuesFor(template: RoleTemplate, { ReplacementValues }: AcquireRoleRequest) {
  const { parameters } = template
  const all = Object.entries(ReplacementValues ?? {})
  const unknown = all.find(([name]) => !parameters.some((each) => each.name === name))
  if (unknown) throw unrendered(`Unrecognized parameter: ${unknown[0]}`)
  const values: Values = {}
  for (const { name, byDefault } of parameters) {
    const { Values } = ReplacementValues?.[name] ?? {}
    if (Values && Values.length !== 1) {
      throw serviceError(
        'ValidationError',
        `${name} replacement value must contain exactly one value, got ${Values.length}`
      )
    }
    const value = Values?.[0] ?? byDefault
    if (value === undefined) throw unrendered(`Parameter '${name}' not found.`)
    values[name] = value
  }
  return values
}

const fill = (pattern: string, values: Values) =>
  pattern.replace(/@\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

const filled = (value: unknown, values: Values): unknown => {
  if (typeof value === 'string') return fill(value, values)
  if (Array.isArray(value)) return value.map((each) => filled(each, values))
  return Object.fromEntries(
    Object.entries(Object(value)).map(([key, inner]) => [key, filled(inner, values)])
  )
}

const checkName = constrainIam({ RoleName: p.roleName })

/** What a role made from a template is: all that counts when it is asked for again. */
function rendered({ world, account, input }: AcquireCall) {
  const template = theTemplate(input)
  const values = valuesFor(template, input)
  const name = given(values.RoleName)
  checkName({ RoleName: name })
  const { path = '/', policyArns, roleDescription, trustPolicy } = template
  return {
    name,
    path,
    description: fill(roleDescription, values),
    attached: policyArns,
    trustPolicy: keepTrustPolicy(
      world,
      account,
      JSON.stringify(filled(trustPolicy, values))
    ),
    template: { arn: templateArn(template), minorVersion: MINOR, values },
  }
}

type Rendered = ReturnType<typeof rendered>

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const isUntouched = (role: Role, wanted: Rendered) =>
  isSame([...role.attached].sort(), [...wanted.attached].sort()) &&
  role.trustPolicy === wanted.trustPolicy &&
  role.tags.length === 0 &&
  role.boundary === undefined &&
  Object.keys(role.inline).length === 0

/** Names are unique without regard to case. */
const holderOfName = (account: Account, name: string) =>
  onShelf(account.roles, name) ??
  allOf(account.roles).find((role) => role.name.toLowerCase() === name.toLowerCase())

/** The role that has been made from the template with these values before. */
function madeBefore(account: Account, wanted: Rendered): Role | undefined {
  const role = holderOfName(account, wanted.name)
  if (!role) return undefined
  if (role.template?.arn !== wanted.template.arn) {
    throw serviceError(
      'NameConflict',
      'A role with this name already exists in the account but was not created from this template. Choose a different role name, or remove the existing role if it is no longer needed.'
    )
  }
  if (!isSame(role.template, wanted.template)) {
    throw serviceError(
      'NameConflict',
      'A role with this name exists but was created with different parameters. Pass a unique roleName to create a new role.'
    )
  }
  if (!isUntouched(role, wanted)) {
    throw serviceError(
      'RoleModified',
      `Role ${role.name} has been modified since it was created and is no longer managed.`
    )
  }
  return role
}

/** The permissions of the calls that would make the role, or find it. */
function alsoAsked(call: AcquireCall): Also[] {
  const { account, input } = call
  const template = found(input.TemplateArn, input.TemplateMinorVersion)
  if (!template) return []
  const { RoleName } = input.ReplacementValues ?? {}
  const byDefault = template.parameters.find(({ name }) => name === 'RoleName')?.byDefault
  const name = RoleName?.Values?.[0] ?? given(byDefault)
  const before = holderOfName(account, name)
  const target = {
    arn: roleArn(account.id, before?.path ?? template.path ?? '/', name),
    shown: `role/${name}`,
    context: { 'iam:RoleTemplateARN': templateArn(template) },
  }
  if (before) return [{ action: 'iam:GetRole', target }]
  return [
    { action: 'iam:CreateRole', target },
    ...template.policyArns.map((arn) => ({
      action: 'iam:AttachRolePolicy',
      target: { ...target, context: { ...target.context, 'iam:PolicyARN': arn } },
    })),
  ]
}

function templateShape(template: RoleTemplate) {
  const { path, created } = template
  return {
    TemplateArn: templateArn(template),
    TemplateName: template.name,
    TemplateVersionId: template.versionId,
    Description: template.description,
    MajorVersion: 1,
    DefaultMinorVersion: MINOR,
    ManagedByType: 'Service' as const,
    ManagedByValue: template.service,
    Enabled: true,
    MinorVersion: MINOR,
    RoleNamePattern: '@{RoleName}',
    ...(path ? { RolePathPattern: path } : {}),
    RoleDescriptionPattern: template.roleDescription,
    AssumeRolePolicyDocumentTemplate: encodeDocument(JSON.stringify(template.trustPolicy)),
    ManagedPolicyArns: [...template.policyArns],
    ParametersDefinition: template.parameters.map(({ name, description, byDefault }) => ({
      Name: name,
      Type: 'String' as const,
      Description: description,
      IsRequired: byDefault === undefined,
      ...(byDefault === undefined ? {} : { DefaultValue: byDefault }),
      Immutable: false,
    })),
    MaxSessionDuration: 3600,
    VersionEnabled: true,
    CreateTimestamp: new Date(created),
    UpdateTimestamp: new Date(created),
  }
}

const templateTarget = (arn: string | undefined, kind: string) => ({
  arn: given(arn),
  shown: `${kind} ${arn}`,
})

export const roleTemplateOperations = {
  GetRoleTemplateVersion: {
    check: constrainIam({ TemplateArn: p.arnText, MinorVersion: minorVersion }),
    on: ({ input }) => templateTarget(input.TemplateArn, 'role-template'),
    run: ({ input }) => {
      const template = found(input.TemplateArn, input.MinorVersion)
      if (!template) throw noSuchEntity('Role Template ARN cannot be found.')
      return { RoleTemplateVersion: templateShape(template) }
    },
  },

  AcquireRole: {
    action: 'iam:GetRoleTemplateVersion',
    check: constrainIam({
      TemplateArn: p.arnText,
      TemplateMinorVersion: minorVersion,
    }),
    on: ({ input }) => templateTarget(input.TemplateArn, 'role template'),
    also: alsoAsked,
    run: (call) => {
      const { world, account, now } = call
      const wanted = rendered(call)
      const before = madeBefore(account, wanted)
      if (before) return { Role: briefRole(world, account, before) }
      checkRoom(account, countOf(account.roles), 'RolesPerAccount', ROLES_PER_ACCOUNT)
      const role: Role = {
        ...wanted,
        id: newId(world, 'AROA', account.id),
        created: now,
        attached: [...wanted.attached],
        maxSessionDuration: 3600,
        inline: {},
        tags: [],
      }
      putOnShelf(account.roles, role.name, role)
      putOnShelf(world.principals, role.id, roleArn(account.id, role.path, role.name))
      return { Role: briefRole(world, account, role) }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
