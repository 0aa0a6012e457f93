/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
import type { Policy as PolicyShape } from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { managedPolicyEntries } from '../catalog/managed-policies'
import { serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { Account, ManagedPolicy } from '../model'
import { keysOf } from '../records'
import { checkRoom, findPolicy, notAttachable, thePolicy } from './find'
import { acceptDocument, ofPolicy, theOwnPolicy } from './own-policy'
import { byName, page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam, given } from './params'
import { ownPolicyArn, policyShape, policyUses } from './shapes'
import {
  listResourceTags,
  putTags,
  refuseNothing,
  removeTags,
  resourceTags,
  tagsShape,
} from './tags'
import { onNewPolicy, onPolicy, onPolicyPath, withRequest, withTagKeys } from './targets'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const POLICIES_PER_ACCOUNT = 1500

const usageFilter = { oneOf: ['PermissionsPolicy', 'PermissionsBoundary'] }

function isUsed(account: Account, arn: string) {
  const uses = policyUses(account)
  return uses.attached.has(arn) || uses.boundaries.has(arn)
}

function listedPolicies(account: Account, scope: string): PolicyShape[] {
  const uses = policyUses(account)
  const own = byName(account.policies).map((policy) =>
    policyShape({ owner: 'customer', arn: ownPolicyArn(account, policy), policy }, uses)
  )
  const aws = managedPolicyEntries().map((policy) =>
    policyShape({ owner: 'aws', arn: policy.arn, policy }, uses)
  )
  if (scope === 'Local') return own
  return scope === 'AWS' ? aws : [...own, ...aws]
}

/** Names are unique whatever the path, which is part of the key. */
function isNameTaken(account: Account, name: string) {
  const end = `/${name.toLowerCase()}`
  return keysOf(account.policies).some((arn) => arn.toLowerCase().endsWith(end))
}

export const policyOperations = {
  CreatePolicy: {
    check: constrainIam({
      PolicyName: p.policyName,
      Path: p.policyPath,
      PolicyDocument: p.policyDocument,
      Description: p.description,
      Tags: p.tags,
    }),
    on: withRequest(onNewPolicy),
    run: ({ world, account, input, now }) => {
      const name = given(input.PolicyName)
      acceptDocument(given(input.PolicyDocument))
      const tags = putTags([], input.Tags, resourceTags)
      if (isNameTaken(account, name)) {
        throw serviceError(
          'EntityAlreadyExists',
          `A policy called ${name} already exists. Duplicate names are not allowed.`
        )
      }
      checkRoom(
        account,
        keysOf(account.policies).length,
        'PoliciesPerAccount',
        POLICIES_PER_ACCOUNT
      )
      const policy: ManagedPolicy = {
        name,
        path: input.Path ?? '/',
        id: newId(world, 'ANPA', account.id),
        created: now,
        updated: now,
        ...(input.Description ? { description: input.Description } : {}),
        tags,
        defaultVersion: 'v1',
        versions: { v1: { document: given(input.PolicyDocument), created: now } },
        lastVersion: 1,
      }
      const arn = ownPolicyArn(account, policy)
      account.policies[arn] = policy
      const shape = policyShape({ owner: 'customer', arn, policy }, policyUses(account))
      return {
        Policy: tags.length > 0 ? { ...shape, Tags: tagsShape(tags) } : shape,
      }
    },
  },

  GetPolicy: {
    check: constrainIam({ PolicyArn: p.policyArnText }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const found = thePolicy(account, input.PolicyArn)
      const { description } = found.policy
      const Tags = found.owner === 'customer' ? tagsShape(found.policy.tags) : []
      return {
        Policy: {
          ...policyShape(found, policyUses(account)),
          ...(description ? { Description: description } : {}),
          Tags,
        },
      }
    },
  },

  ListPolicies: {
    check: constrainIam({
      Scope: { oneOf: ['All', 'AWS', 'Local'] },
      PolicyUsageFilter: usageFilter,
      ...p.paging,
    }),
    needs: ({ Scope }) => ({ index: Scope !== 'Local' }),
    on: onPolicyPath,
    run: ({ account, input }) => {
      const prefix = input.PathPrefix ?? '/'
      const filter = input.PolicyUsageFilter
      const isInUse = (policy: PolicyShape) =>
        (filter !== 'PermissionsBoundary' && policy.AttachmentCount !== 0) ||
        (filter !== 'PermissionsPolicy' && policy.PermissionsBoundaryUsageCount !== 0)
      const onlyUsed = input.OnlyAttached ?? false
      const policies = listedPolicies(account, input.Scope ?? 'All').filter(
        (policy) => policy.Path?.startsWith(prefix) && (!onlyUsed || isInUse(policy))
      )
      const { items, ...rest } = page(policies, input)
      return { Policies: items, ...rest }
    },
  },

  DeletePolicy: {
    check: constrainIam({ PolicyArn: p.policyArnText }),
    needs: ofPolicy,
    on: onPolicy,
    run: (call) => {
      const { account } = call
      const policy = theOwnPolicy(call, 'iam:DeletePolicy')
      const arn = ownPolicyArn(account, policy)
      if (isUsed(account, arn)) {
        throw serviceError('DeleteConflict', 'Cannot delete a policy attached to entities.')
      }
      if (Object.keys(policy.versions).length > 1) {
        throw serviceError(
          'DeleteConflict',
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy."
        )
      }
      delete account.policies[arn]
      return {}
    },
  },

  ListEntitiesForPolicy: {
    check: constrainIam({
      PolicyArn: p.policyArnText,
      EntityFilter: {
        oneOf: ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'],
      },
      PolicyUsageFilter: usageFilter,
      ...p.paging,
    }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const found = findPolicy(account, input.PolicyArn)
      if (!found) throw notAttachable(input.PolicyArn)
      const { arn } = found
      const {
        PolicyUsageFilter: usage,
        EntityFilter: kind,
        PathPrefix: prefix = '/',
      } = input
      const holds = (holder: { path: string; attached: string[]; boundary?: string }) =>
        holder.path.startsWith(prefix) &&
        ((usage !== 'PermissionsBoundary' && holder.attached.includes(arn)) ||
          (usage !== 'PermissionsPolicy' && holder.boundary === arn))
      const ofKind = <T extends Parameters<typeof holds>[0] & { name: string }>(
        wanted: 'User' | 'Role' | 'Group',
        holders: T[]
      ) =>
        kind === undefined || kind === wanted
          ? holders.filter(holds).map((holder) => ({ kind: wanted, holder }))
          : []
      const { items, ...rest } = page(
        [
          ...ofKind('User', shelfByName(account.users)),
          ...ofKind('Role', shelfByName(account.roles)),
          ...ofKind('Group', byName(account.groups)),
        ],
        input
      )
      const only = (wanted: 'User' | 'Role' | 'Group') =>
        items.filter((item) => item.kind === wanted).map(({ holder }) => holder)
      return {
        PolicyUsers: only('User').map(({ name, id }) => ({ UserName: name, UserId: id })),
        PolicyRoles: only('Role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
        PolicyGroups: only('Group').map(({ name, id }) => ({
          GroupName: name,
          GroupId: id,
        })),
        ...rest,
      }
    },
  },

  TagPolicy: {
    check: constrainIam({
      PolicyArn: p.policyArnText,
      Tags: p.newTags,
    }),
    needs: ofPolicy,
    on: withRequest(onPolicy),
    run: (call) => {
      const policy = theOwnPolicy(call, 'iam:TagPolicy')
      refuseNothing(call.input.Tags)
      policy.tags = putTags(policy.tags, call.input.Tags, resourceTags)
      return {}
    },
  },

  UntagPolicy: {
    check: constrainIam({
      PolicyArn: p.policyArnText,
      TagKeys: p.oldTags,
    }),
    needs: ofPolicy,
    on: withTagKeys(onPolicy),
    run: (call) => {
      const policy = theOwnPolicy(call, 'iam:UntagPolicy')
      refuseNothing(call.input.TagKeys)
      policy.tags = removeTags(policy.tags, call.input.TagKeys, resourceTags)
      return {}
    },
  },

  ListPolicyTags: {
    check: constrainIam({ PolicyArn: p.policyArnText, ...p.paging }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const found = thePolicy(account, input.PolicyArn)
      return listResourceTags(found.owner === 'customer' ? found.policy.tags : [], input)
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
