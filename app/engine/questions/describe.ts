/**
 * A thing of the world as it would be shown to its owner: in the API's shapes, with documents as
 * values and times as ISO texts.
 */
import { bucketArn, parseArn } from '../arn'
import type { Account, Bucket, ManagedPolicy, User, World } from '../model'
import { groupDetail, roleDetail, userDetail } from '../operations/authorization-details'
import { ownPolicyArn, policyShape, policyUses } from '../operations/shapes'
import { entryOf, nameOfKey } from '../records'
import { allOf } from '../shelf'
import { findBucket, findByArn } from '../world'

export type Described = { [field: string]: unknown }

/**
 * `undefined` when nothing has the ARN. The shapes are those of GetAccountAuthorizationDetails,
 * and of a user, a role and a bucket some fields more that other operations tell.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function describe(world: World, arn: string): Described | undefined {
  const shape = shapeOf(world, arn)
  return shape && asValues(shape)
}

function shapeOf(world: World, arn: string): object | undefined {
  const found = findByArn(world, arn)
  if (found?.kind === 'user') return userShape(found.account, found.user)
  if (found?.kind === 'role') {
    const { account, role } = found
    const { description, maxSessionDuration } = role
    return {
      ...roleDetail(world, account, role),
      ...(description ? { Description: description } : {}),
      MaxSessionDuration: maxSessionDuration,
    }
  }
  const parsed = parseArn(arn)
  if (parsed?.service === 's3')
    return bucketShape(findBucket(world, parsed.resource)?.bucket)
  const account = parsed && entryOf(world.accounts, parsed.account)
  if (!account || parsed.service !== 'iam') return undefined
  const own = account.policies[arn]
  if (own) return policyDetail(account, own)
  const group = Object.values(account.groups).find(
    ({ name, path }) => parsed.resource === `group${path}${name}`
  )
  return group && { ...groupDetail(account, group), Users: membersOf(account, group.name) }
}

const membersOf = (account: Account, group: string) =>
  allOf(account.users)
    .filter(({ groups }) => groups.includes(group))
    .map(({ name }) => name)
    .sort()

function userShape(account: Account, user: User) {
  const { loginProfile, accessKeys, mfaDevices } = user
  return {
    ...userDetail(account, user),
    ...(loginProfile
      ? {
          LoginProfile: {
            CreateDate: loginProfile.created,
            PasswordResetRequired: loginProfile.resetRequired,
          },
        }
      : {}),
    AccessKeys: accessKeys.map(({ id, status }) => ({ AccessKeyId: id, Status: status })),
    MFADevices: mfaDevices.map(({ serial }) => ({ SerialNumber: serial })),
  }
}

function policyDetail(account: Account, policy: ManagedPolicy) {
  const found = { owner: 'customer' as const, arn: ownPolicyArn(account, policy), policy }
  return {
    ...policyShape(found, policyUses(account)),
    ...(policy.description ? { Description: policy.description } : {}),
    Tags: policy.tags,
    PolicyVersionList: Object.entries(policy.versions).map(([id, { document }]) => ({
      VersionId: id,
      IsDefaultVersion: id === policy.defaultVersion,
      Document: encodeURIComponent(document),
    })),
  }
}

const bucketShape = (bucket: Bucket | undefined) =>
  bucket && {
    Name: bucket.name,
    Arn: bucketArn(bucket.name),
    BucketRegion: bucket.region,
    CreationDate: bucket.created,
    ...(bucket.policy ? { Policy: encodeURIComponent(bucket.policy) } : {}),
    Tags: bucket.tags,
    Objects: Object.entries(bucket.objects).map(([key, { size }]) => ({
      Key: nameOfKey(key),
      Size: size,
    })),
  }

/** The API gives documents as percent-encoded text, under names that say so. */
const isDocument = (name: string) => /(?:Document|^Policy)$/.test(name)

function asValues(shape: object): Described {
  return Object.fromEntries(
    Object.entries(shape).map(([name, value]) => [
      name,
      isDocument(name) && typeof value === 'string'
        ? JSON.parse(decodeURIComponent(value))
        : valueOf(value),
    ])
  )
}

function valueOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(valueOf)
  return typeof value === 'object' && value !== null ? asValues(value) : value
}
