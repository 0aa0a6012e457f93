/**
 * Look-ups that throw what the service says when the thing is not there.
 */
import { parseArn } from '../arn'
import { managedPolicyEntry, type ManagedPolicyEntry } from '../catalog/managed-policies'
import { noSuchEntity, serviceError } from '../errors'
import type { Account, ManagedPolicy } from '../model'
import { entryOf, keyOf, keysOf, untouched } from '../records'
import { onShelf } from '../shelf'

export function theUser(account: Account, name: string | undefined) {
  const user = onShelf(account.users, name)
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`)
  return user
}

export function theGroup(account: Account, name: string | undefined) {
  const group = entryOf(account.groups, name)
  if (!group) throw noSuchEntity(`The group with name ${name} cannot be found.`)
  return group
}

export function theRole(account: Account, name: string | undefined) {
  const role = onShelf(account.roles, name)
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`)
  return role
}

export function theInstanceProfile(account: Account, name: string | undefined) {
  const profile = entryOf(account.instanceProfiles, name)
  if (!profile) throw noSuchEntity(`Instance Profile ${name} cannot be found.`)
  return profile
}

export function theCustomerPolicy(
  account: Account,
  arn: string | undefined
): ManagedPolicy {
  checkArn(arn)
  const policy = arn === undefined ? undefined : account.policies[arn]
  if (!policy) throw noSuchEntity(`Policy ${arn} was not found.`)
  return policy
}

export type AnyPolicy =
  | { owner: 'customer'; arn: string; policy: ManagedPolicy }
  | { owner: 'aws'; arn: string; policy: ManagedPolicyEntry }

export function findPolicy(
  account: Account,
  arn: string | undefined
): AnyPolicy | undefined {
  checkArn(arn)
  if (arn === undefined) return undefined
  const own = account.policies[arn]
  if (own) return { owner: 'customer', arn, policy: own }
  const entry = managedPolicyEntry(arn)
  return entry && { owner: 'aws', arn, policy: entry }
}

export function thePolicy(account: Account, arn: string | undefined): AnyPolicy {
  const found = findPolicy(account, arn)
  if (!found) throw noSuchEntity(`Policy ${arn} was not found.`)
  return found
}

export const notAttachable = (arn: string | undefined) =>
  noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)

/** A policy's ARN: a text that is no ARN at all has a code of its own. */
export function checkArn(arn: string | undefined) {
  if (arn === undefined) return
  const parsed = parseArn(arn)
  if (parsed?.service === 'iam' && parsed.resource.startsWith('policy/')) return
  throw serviceError(
    parsed ? 'InvalidInput' : 'ValidationError',
    `ARN ${arn} is not valid.`
  )
}

/** Names are unique without regard to case. */
export function isTaken(record: Record<string, unknown>, name: string) {
  const wanted = keyOf(name)
  if (untouched(record)[wanted]) return true
  const lowered = wanted.toLowerCase()
  return keysOf(record).some(
    (key) => key.length === lowered.length && key.toLowerCase() === lowered
  )
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function checkRoom(
  account: Account,
  count: number,
  quotaName: string,
  byDefault: number
) {
  const quota = account.quotas?.[quotaName] ?? byDefault
  if (count >= quota) {
    throw serviceError('LimitExceeded', `Cannot exceed quota for ${quotaName}: ${quota}`)
  }
}
