/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
import type { AssumeRoleRequest } from '@aws-sdk/client-sts'
import type { StsOperations } from '../api'
import { assumedRoleArn, parseArn, userArn } from '../arn'
import { managedPolicyDocument } from '../catalog/managed-policies'
import { requestTags } from '../context'
import { noSuchEntity, serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { Role, Tag } from '../model'
import { managedDocument } from '../policies-of'
import { rejectIdentityPolicy } from '../policy/accept'
import { openSession, stsCredentials } from '../sessions'
import { findByArn } from '../world'
import { constrain } from './params'
import { newTags } from './tags'

const HOUR = 3600

const sessionName = {
  required: true,
  min: 2,
  max: 64,
  pattern: /^[\w+=,.@-]*$/,
  shown: '[\\w+=,.@-]*',
}

const checkAssumeRole = constrain({
  RoleArn: { required: true, min: 20, max: 2048 },
  RoleSessionName: sessionName,
  Policy: {
    min: 1,
    pattern: /^[\t\n\r -ÿ]+$/,
    shown: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  },
  PolicyArns: { list: true },
  DurationSeconds: { least: 900, most: 43_200 },
  ExternalId: {
    min: 2,
    max: 1224,
    pattern: /^[\w+=,.@:/-]*$/,
    shown: '[\\w+=,.@:\\/-]*',
  },
  SourceIdentity: { ...sessionName, required: false },
  Tags: { list: true, max: 50 },
  TransitiveTagKeys: { list: true, max: 50 },
  SerialNumber: { min: 9, max: 256, pattern: /^[\w+=/:,.@-]*$/, shown: '[\\w+=/:,.@-]*' },
  TokenCode: { min: 6, max: 6, pattern: /^\d*$/, shown: '[\\d]*' },
})

function assumeContext(input: AssumeRoleRequest) {
  const policies = input.PolicyArns?.flatMap(({ arn }) => arn ?? []) ?? []
  return {
    ...requestTags(input.Tags),
    'sts:RoleSessionName': input.RoleSessionName ?? '',
    'sts:DurationSeconds': String(input.DurationSeconds ?? HOUR),
    ...(input.ExternalId ? { 'sts:ExternalId': input.ExternalId } : {}),
    ...(input.SourceIdentity ? { 'sts:SourceIdentity': input.SourceIdentity } : {}),
    ...(input.TransitiveTagKeys
      ? { 'sts:TransitiveTagKeys': input.TransitiveTagKeys }
      : {}),
    ...(policies.length > 0 ? { 'sts:PolicyArns': policies } : {}),
  }
}

/** Tags marked transitive in a role session go with it into the next. */
function inheritedTags({ caller }: Call<AssumeRoleRequest>) {
  const identity = caller.session?.identity
  if (identity?.type !== 'role') return { tags: [], keys: [] }
  const keys = identity.transitiveTagKeys
  return { tags: identity.tags.filter((tag) => hasKey(keys, tag.Key)), keys }
}

const hasKey = (keys: string[], wanted: string) =>
  keys.some((key) => key.toLowerCase() === wanted.toLowerCase())

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
function sessionTags(call: Call<AssumeRoleRequest>): { tags: Tag[]; keys: string[] } {
  const inherited = inheritedTags(call)
  const tags = newTags(call.input.Tags, 'InvalidParameterValue')
  const keys = call.input.TransitiveTagKeys ?? []
  const given = tags.map((tag) => tag.Key)
  if (given.some((key) => hasKey(inherited.keys, key))) {
    throw serviceError(
      'InvalidParameterValue',
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session."
    )
  }
  if (keys.some((key) => !hasKey(given, key))) {
    throw serviceError(
      'InvalidParameterValue',
      'The specified transitive tag key must be included in the requested tags.'
    )
  }
  return { tags: [...inherited.tags, ...tags], keys: [...inherited.keys, ...keys] }
}

/** No device here has a secret to make codes from, so no code is the right one. */
function refuseCode({ SerialNumber, TokenCode }: AssumeRoleRequest) {
  if (SerialNumber === undefined && TokenCode === undefined) return
  throw serviceError(
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code. '
  )
}

function durationOf({ input, caller }: Call<AssumeRoleRequest>, role: Role) {
  const seconds = input.DurationSeconds ?? HOUR
  if (caller.kind === 'role' && seconds > HOUR) {
    throw serviceError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.'
    )
  }
  if (seconds > role.maxSessionDuration) {
    throw serviceError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
    )
  }
  return seconds
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
function sessionPolicies({ world, input }: Call<AssumeRoleRequest>, account: string) {
  const owner = world.accounts[account]
  const inline = input.Policy === undefined ? [] : [input.Policy]
  for (const text of inline) {
    const message = rejectIdentityPolicy(text)
    if (message) throw serviceError('MalformedPolicyDocument', message)
    if (text.length > 2048) {
      throw serviceError(
        'PackedPolicyTooLarge',
        'Packed size of session tags consumes more than 100% of allotted space'
      )
    }
  }
  const managed = (input.PolicyArns ?? []).map(({ arn = '' }) => {
    const document = owner ? managedDocument(owner, arn) : managedPolicyDocument(arn)
    if (document === undefined) throw noSuchEntity(`Policy ${arn} was not found.`)
    return document
  })
  return [...inline, ...managed]
}

/** Root's sessions last an hour at most, whatever is asked. */
const sessionSeconds = (kind: 'root' | 'user' | 'role', asked = 12 * HOUR) =>
  kind === 'root' ? Math.min(asked, HOUR) : asked

export const stsOperations: OperationTable<StsOperations> = {
  AssumeRole: {
    check: (input) => {
      checkAssumeRole(input)
      if (!/^arn:[^:]+:iam::[^:]*:role\/./.test(input.RoleArn ?? '')) {
        throw serviceError('ValidationError', `${input.RoleArn} is invalid`)
      }
      refuseCode(input)
    },
    needs: ({ PolicyArns = [] }) => ({
      documents: PolicyArns.flatMap(({ arn }) => arn ?? []),
    }),
    on: ({ input }) => ({ arn: input.RoleArn ?? '', context: assumeContext(input) }),
    also: ({ input, account }) => {
      const target = {
        arn: input.RoleArn ?? '',
        account: parseArn(input.RoleArn ?? '')?.account ?? account.id,
        context: assumeContext(input),
      }
      return [
        ...(input.Tags?.length ? [{ action: 'sts:TagSession', target }] : []),
        ...(input.SourceIdentity ? [{ action: 'sts:SetSourceIdentity', target }] : []),
      ]
    },
    run: (call) => {
      const { world, input, caller, now } = call
      const found = findByArn(world, input.RoleArn ?? '')
      // authorised above, so the role is there
      if (found?.kind !== 'role' || !found.account) {
        throw serviceError('AccessDenied', 'Access denied')
      }
      const { role, account } = found
      const { tags, keys: transitiveTagKeys } = sessionTags(call)
      const name = input.RoleSessionName ?? ''
      const before = caller.session?.identity
      const source =
        input.SourceIdentity ??
        (before?.type === 'role' ? before.sourceIdentity : undefined)
      const session = openSession(world, {
        account: account.id,
        now,
        seconds: durationOf(call, role),
        mfa: caller.session?.mfa ?? false,
        console: caller.session?.console ?? false,
        identity: {
          type: 'role',
          roleId: role.id,
          roleName: role.name,
          sessionName: name,
          chained: caller.kind === 'role',
          ...(source ? { sourceIdentity: source } : {}),
          tags,
          transitiveTagKeys,
          policies: sessionPolicies(call, account.id),
        },
      })
      return {
        Credentials: stsCredentials(session),
        AssumedRoleUser: {
          AssumedRoleId: `${role.id}:${name}`,
          Arn: assumedRoleArn(account.id, role.name, name),
        },
        ...(source ? { SourceIdentity: source } : {}),
      }
    },
  },

  GetCallerIdentity: {
    readOnly: true,
    on: () => ({ arn: '*' }),
    run: ({ caller }) => ({
      UserId: caller.userId,
      Account: caller.account,
      Arn: caller.arn,
    }),
  },

  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
  GetSessionToken: {
    readOnly: false,
    check: constrain({ DurationSeconds: { least: 900, most: 129_600 } }),
    on: ({ caller }) => ({
      arn:
        caller.kind === 'user'
          ? userArn(caller.account, caller.user.path, caller.name)
          : caller.arn,
    }),
    run: ({ world, caller, input, now }) => {
      if (caller.session) {
        throw serviceError(
          'AccessDenied',
          'Cannot call GetSessionToken with session credentials'
        )
      }
      const session = openSession(world, {
        account: caller.account,
        now,
        seconds: sessionSeconds(caller.kind, input.DurationSeconds),
        mfa: false,
        console: false,
        identity:
          caller.kind === 'user'
            ? { type: 'user', userId: caller.userId }
            : { type: 'root' },
      })
      return { Credentials: stsCredentials(session) }
    },
  },
}
