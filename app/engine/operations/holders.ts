/**
 * Policies on users, groups and roles: the same rules for all three, once.
 */
import { noSuchEntity, serviceError } from '../errors'
import type { Account, PolicyHolder, Role, User } from '../model'
import { nameOf } from '../arn'
import { keyOf, nameOfKey } from '../records'
import { isAttachable } from '../catalog/managed-policies'
import { checkArn, checkRoom, findPolicy, notAttachable } from './find'
import { page } from './paging'
import { acceptIdentityPolicy, countedSize, encodeDocument } from './text'

export type HolderKind = 'user' | 'group' | 'role'

/** Characters of all inline policies together; white space is not counted. */
const inlineQuota = { user: 2048, group: 5120, role: 10_240 }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const attachQuota = 10
const attachQuotaName = {
  user: 'PoliciesPerUser',
  group: 'PoliciesPerGroup',
  role: 'PoliciesPerRole',
}

export function putInline(
  kind: HolderKind,
  holder: PolicyHolder,
  name: string,
  document: string
) {
  acceptIdentityPolicy(document)
  const key = inlineKey(holder, name)
  const { [key]: _, ...others } = holder.inline
  const size = [...Object.values(others), document].reduce(
    (sum, t) => sum + countedSize(t),
    0
  )
  if (size > inlineQuota[kind]) {
    throw serviceError(
      'LimitExceeded',
      `Maximum policy size of ${inlineQuota[kind]} bytes exceeded for ${kind} ${holder.name}`
    )
  }
  holder.inline[key] = document
}

/** Names that differ in case alone are one policy, under the name it had first. */
function inlineKey({ inline }: PolicyHolder, name: string): string {
  const exact = keyOf(name)
  if (exact in inline) return exact
  const lowered = exact.toLowerCase()
  return Object.keys(inline).find((key) => key.toLowerCase() === lowered) ?? exact
}

const noInline = (kind: HolderKind, name: string) =>
  noSuchEntity(`The ${kind} policy with name ${name} cannot be found.`)

export function getInline(kind: HolderKind, holder: PolicyHolder, name: string) {
  const document = holder.inline[inlineKey(holder, name)]
  if (document === undefined) throw noInline(kind, name)
  return { PolicyName: name, PolicyDocument: encodeDocument(document) }
}

export function deleteInline(kind: HolderKind, holder: PolicyHolder, name: string) {
  const key = inlineKey(holder, name)
  if (!(key in holder.inline)) throw noInline(kind, name)
  delete holder.inline[key]
}

type Paging = { Marker?: string; MaxItems?: number }

export function listInline(holder: PolicyHolder, input: Paging) {
  const { items, ...rest } = page(
    Object.keys(holder.inline).map(nameOfKey).toSorted(),
    input
  )
  return { PolicyNames: items, ...rest }
}

/** Attaching twice changes nothing. */
export function attach(
  kind: HolderKind,
  account: Account,
  holder: PolicyHolder,
  arn: string,
  isServiceRole = false
) {
  const found = findPolicy(account, arn)
  if (!found) throw notAttachable(arn)
  if (found.owner === 'aws' && !isAttachable(found.policy) && !isServiceRole) {
    throw serviceError(
      'PolicyNotAttachable',
      'Cannot attach a Service Role Policy to a Customer Role.'
    )
  }
  if (holder.attached.includes(arn)) return
  checkRoom(account, holder.attached.length, attachQuotaName[kind], attachQuota)
  holder.attached.push(arn)
}

export function detach(holder: PolicyHolder, arn: string) {
  checkArn(arn)
  const at = holder.attached.indexOf(arn)
  if (at < 0) throw noSuchEntity(`Policy ${arn} was not found.`)
  holder.attached.splice(at, 1)
}

/** Name and path are both in the ARN: nothing has to be loaded for a list. */
export function listAttached(
  holder: PolicyHolder,
  input: Paging & { PathPrefix?: string }
) {
  const prefix = input.PathPrefix ?? '/'
  const policies = holder.attached
    .filter((arn) =>
      arn.slice(arn.indexOf(':policy/') + ':policy'.length).startsWith(prefix)
    )
    .map((arn) => ({ PolicyName: nameOf(arn), PolicyArn: arn }))
  const { items, ...rest } = page(policies, input)
  return { AttachedPolicies: items, ...rest }
}

export function dropBoundary(kind: 'user' | 'role', holder: User | Role) {
  if (!holder.boundary) {
    throw noSuchEntity(`The ${kind} ${holder.name} has no permissions boundary.`)
  }
  delete holder.boundary
}

/** What stands in the way of deleting any of the three. */
export function refuseWhileHolding(holder: PolicyHolder) {
  if (holder.attached.length > 0) {
    throw serviceError(
      'DeleteConflict',
      'Cannot delete entity, must detach all policies first.'
    )
  }
  if (Object.keys(holder.inline).length > 0) {
    throw serviceError(
      'DeleteConflict',
      'Cannot delete entity, must delete policies first.'
    )
  }
}
