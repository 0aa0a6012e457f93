/**
 * Look-ups that throw what the service says when the thing is not there.
 */
import { parseArn } from '../arn'
import { managedPolicyEntry, type ManagedPolicyEntry } from '../catalog/managed-policies'
import { noSuchEntity, serviceError } from '../errors'
import type { Account, ManagedPolicy, PolicyHolder } from '../model'

export function theUser(account: Account, name: string | undefined) {
  const user = name === undefined ? undefined : account.users[name]
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`)
  return user
}

export function theGroup(account: Account, name: string | undefined) {
  const group = name === undefined ? undefined : account.groups[name]
  if (!group) throw noSuchEntity(`The group with name ${name} cannot be found.`)
  return group
}

export function theRole(account: Account, name: string | undefined) {
  const role = name === undefined ? undefined : account.roles[name]
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`)
  return role
}

export function theInstanceProfile(account: Account, name: string | undefined) {
  const profile = name === undefined ? undefined : account.instanceProfiles[name]
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

export function checkArn(arn: string | undefined) {
  if (arn !== undefined && !parseArn(arn)) {
    throw serviceError('ValidationError', 'Invalid ARN:  Could not be parsed!')
  }
}

/** Names are unique without regard to case. */
export const isTaken = (record: Record<string, { name: string }>, name: string) => {
  if (record[name]) return true
  const wanted = name.toLowerCase()
  return Object.values(record).some((entity) => entity.name.toLowerCase() === wanted)
}

export const holdersOf = (account: Account): PolicyHolder[] => [
  ...Object.values(account.users),
  ...Object.values(account.groups),
  ...Object.values(account.roles),
]
