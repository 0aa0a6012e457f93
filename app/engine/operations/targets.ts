/**
 * What IAM's operations are authorised on, and how a refusal names it: an existing entity by
 * kind and name, everything else by ARN.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
import {
  groupArn,
  iamArn,
  instanceProfileArn,
  policyArn,
  roleArn,
  rootArn,
  userArn,
} from '../arn'
import { requestTags } from '../context'
import { serviceError } from '../errors'
import type { Call, Target } from '../kernel'
import { entryOf } from '../records'
import { onShelf } from '../shelf'
import { given } from './params'

/** What the parameters of IAM's operations are called, as far as a target depends on them. */
type Parameters = {
  UserName?: string
  RoleName?: string
  GroupName?: string
  PolicyName?: string
  PolicyArn?: string
  InstanceProfileName?: string
  VirtualMFADeviceName?: string
  SerialNumber?: string
  ServerCertificateName?: string
  Name?: string
  Url?: string
  Path?: string
  PathPrefix?: string
  PermissionsBoundary?: string
  Tags?: { Key?: string; Value?: string }[]
  TagKeys?: string[]
}

type On = (call: Call<Parameters>) => Target

/** Without a name, a user speaks of itself; nobody else can leave it out. */
export function userNameOf({ caller, input }: Pick<Call<Parameters>, 'caller' | 'input'>) {
  if (input.UserName !== undefined) return input.UserName
  if (caller.kind === 'user') return caller.name
  throw serviceError(
    'ValidationError',
    'Must specify userName when calling with non-User credentials'
  )
}

/** The root user may leave the name out as well, where it has the same kind of thing. */
export const onUserOrRoot: On = (call) =>
  call.input.UserName === undefined && call.caller.kind === 'root'
    ? { arn: rootArn(call.account.id) }
    : onUser(call)

/** The entity's own path where it exists; a missing one is judged as if it had none. */
export const onUser: On = (call) => {
  const { account } = call
  const name = userNameOf(call)
  const path = onShelf(account.users, name)?.path ?? '/'
  return { arn: userArn(account.id, path, name), shown: `user ${name}` }
}

export const onRole: On = ({ account, input }) => {
  const name = given(input.RoleName)
  const path = onShelf(account.roles, name)?.path ?? '/'
  return { arn: roleArn(account.id, path, name), shown: `role ${name}` }
}

export const onGroup: On = ({ account, input }) => {
  const name = given(input.GroupName)
  const path = entryOf(account.groups, name)?.path ?? '/'
  return { arn: groupArn(account.id, path, name), shown: `group ${name}` }
}

export const onInstanceProfile: On = ({ account, input }) => {
  const name = given(input.InstanceProfileName)
  const path = entryOf(account.instanceProfiles, name)?.path ?? '/'
  return {
    arn: instanceProfileArn(account.id, path, name),
    shown: `instance profile ${name}`,
  }
}

export const onPolicy: On = ({ input }) => ({
  arn: given(input.PolicyArn),
  shown: `policy ${input.PolicyArn}`,
})

export const onNewUser: On = ({ account, input }) => ({
  arn: userArn(account.id, input.Path ?? '/', given(input.UserName)),
})

export const onNewRole: On = ({ account, input }) => ({
  arn: roleArn(account.id, input.Path ?? '/', given(input.RoleName)),
})

export const onNewGroup: On = ({ account, input }) => ({
  arn: groupArn(account.id, input.Path ?? '/', given(input.GroupName)),
})

export const onNewPolicy: On = ({ account, input }) => ({
  arn: policyArn(account.id, input.Path ?? '/', given(input.PolicyName)),
})

export const onNewInstanceProfile: On = ({ account, input }) => ({
  arn: instanceProfileArn(account.id, input.Path ?? '/', given(input.InstanceProfileName)),
})

/** A serial number is the device's ARN. */
export const onMfaDevice: On = ({ input }) => ({ arn: given(input.SerialNumber) })

/**
 * The task policy for deleting root's credentials reaches nothing but root, and a device is one
 * of them. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMDeleteRootUserCredentials.html
 */
export const onMfaDeviceOrRoot: On = (call) =>
  call.caller.kind === 'root' ? { arn: rootArn(call.account.id) } : onMfaDevice(call)

export const onNewMfaDevice: On = ({ account, input }) => ({
  arn: iamArn(account.id, `mfa${input.Path ?? '/'}${given(input.VirtualMFADeviceName)}`),
})

const serverCertificateArn = (account: string, path: string, name: string) =>
  iamArn(account, `server-certificate${path}${name}`)

export const onServerCertificate: On = ({ account, input }) => {
  const name = given(input.ServerCertificateName)
  const path = entryOf(account.serverCertificates ?? {}, name)?.path ?? '/'
  return { arn: serverCertificateArn(account.id, path, name) }
}

export const onNewServerCertificate: On = ({ account, input }) => ({
  arn: serverCertificateArn(
    account.id,
    input.Path ?? '/',
    given(input.ServerCertificateName)
  ),
})

/** Lists are judged on the path they list. */
export const onPath =
  (kind: 'user' | 'role' | 'group' | 'instance-profile'): On =>
  ({ account, input }) => ({ arn: iamArn(account.id, `${kind}${input.PathPrefix ?? '/'}`) })

/** Account-wide calls have no resource: only `*` in a policy reaches them. */
export const onEverything = (): Target => ({ arn: '*' })

/** `ListPolicies` matches `*` alone, and a refusal names the path. */
export const onPolicyPath: On = ({ input }) => ({
  arn: '*',
  shown: `policy path ${input.PathPrefix ?? '/'}`,
})

const adding = (target: Target, context: Target['context']): Target => ({
  ...target,
  context: { ...target.context, ...context },
})

export const withPolicyArn =
  (on: On): On =>
  (call) =>
    adding(on(call), { 'iam:PolicyARN': given(call.input.PolicyArn) })

/** A boundary or tags in the call are condition keys of its authorisation. */
export const withRequest =
  (on: On): On =>
  (call) => {
    const boundary = call.input.PermissionsBoundary
    return adding(on(call), {
      ...requestTags(call.input.Tags),
      ...(boundary ? { 'iam:PermissionsBoundary': boundary } : {}),
    })
  }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const withTagKeys =
  (on: On): On =>
  (call) =>
    adding(on(call), { 'aws:TagKeys': call.input.TagKeys ?? [] })

const withBoundary =
  (on: On, boundaryOf: (call: Call<Parameters>) => string | undefined): On =>
  (call) => {
    const boundary = boundaryOf(call)
    return boundary ? adding(on(call), { 'iam:PermissionsBoundary': boundary }) : on(call)
  }

/** Changes to an entity's policies carry the boundary it has. */
export const onBoundedRole = withBoundary(
  onRole,
  ({ account, input }) => onShelf(account.roles, input.RoleName)?.boundary
)

export const onBoundedUser = withBoundary(
  onUser,
  ({ account, input }) => onShelf(account.users, input.UserName)?.boundary
)
