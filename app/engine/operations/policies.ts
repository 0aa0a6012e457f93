/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
import type { Policy as PolicyShape } from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { managedPolicyDocument, managedPolicyEntries } from '../catalog/managed-policies'
import { noSuchEntity, serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { Account, ManagedPolicy } from '../model'
import { type AnyPolicy, isTaken, theCustomerPolicy, thePolicy } from './find'
import { byName, page } from './paging'
import * as p from './params'
import { constrain } from './params'
import { ownPolicyArn, policyShape, policyUses } from './shapes'
import { listTags, newTags, putTags, removeTags } from './tags'
import { onNewPolicy, onPolicy, onPolicyPath, withRequest } from './targets'
import { acceptIdentityPolicy, countedSize, encodeDocument } from './text'

const POLICY_SIZE = 6144
const VERSIONS_PER_POLICY = 5

const versionId = {
  required: true,
  pattern: /^v[1-9]\d*(?:\.[A-Za-z0-9-]*)?$/,
  shown: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?',
}

function acceptDocument(text: string) {
  acceptIdentityPolicy(text)
  if (countedSize(text) > POLICY_SIZE) {
    throw serviceError(
      'LimitExceeded',
      `Cannot exceed quota for PolicySize: ${POLICY_SIZE}`
    )
  }
}

/** Only AWS changes its own policies; no identity policy can allow it. */
function theOwnPolicy(account: Account, arn: string | undefined) {
  if (arn?.startsWith('arn:aws:iam::aws:')) {
    thePolicy(account, arn)
    throw serviceError('AccessDenied', `Cannot modify or delete AWS managed policy ${arn}`)
  }
  return theCustomerPolicy(account, arn)
}

function addVersion(policy: ManagedPolicy, document: string, now: string) {
  policy.lastVersion += 1
  const id = `v${policy.lastVersion}`
  policy.versions[id] = { document, created: now }
  policy.updated = now
  return id
}

const noVersion = (arn: string | undefined, version: string | undefined) =>
  noSuchEntity(`Policy ${arn} version ${version} does not exist or is not attachable.`)

function versionsOf({ owner, policy, arn }: AnyPolicy) {
  if (owner === 'aws') {
    const document = managedPolicyDocument(arn) ?? ''
    return [{ id: policy.version, document, created: policy.updated, isDefault: true }]
  }
  return Object.entries(policy.versions)
    .map(([id, version]) => ({ id, ...version, isDefault: id === policy.defaultVersion }))
    .toReversed()
}

const isUsed = (account: Account, arn: string) => {
  const uses = policyUses(account)
  return uses.attached.has(arn) || uses.boundaries.has(arn)
}

const ofPolicy = ({ PolicyArn }: { PolicyArn: string | undefined }) => ({
  documents: [PolicyArn ?? ''],
})

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

export const policyOperations = {
  CreatePolicy: {
    check: constrain({
      PolicyName: p.policyName,
      Path: p.path,
      PolicyDocument: p.policyDocument,
      Description: { max: 1000 },
      Tags: p.tags,
    }),
    on: withRequest(onNewPolicy),
    run: ({ world, account, input, now }) => {
      const name = input.PolicyName ?? ''
      acceptDocument(input.PolicyDocument ?? '')
      const tags = newTags(input.Tags)
      if (isTaken(account.policies, name)) {
        throw serviceError(
          'EntityAlreadyExists',
          `A policy called ${name} already exists. Duplicate names are not allowed.`
        )
      }
      const policy: ManagedPolicy = {
        name,
        path: input.Path ?? '/',
        id: newId(world, 'ANPA', account.id),
        created: now,
        updated: now,
        ...(input.Description ? { description: input.Description } : {}),
        tags,
        defaultVersion: 'v1',
        versions: { v1: { document: input.PolicyDocument ?? '', created: now } },
        lastVersion: 1,
      }
      const arn = ownPolicyArn(account, policy)
      account.policies[arn] = policy
      const shape = policyShape({ owner: 'customer', arn, policy }, policyUses(account))
      return { Policy: tags.length > 0 ? { ...shape, Tags: tags } : shape }
    },
  },

  GetPolicy: {
    check: constrain({ PolicyArn: p.policyArnText }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const found = thePolicy(account, input.PolicyArn)
      const { description } = found.policy
      const Tags =
        found.owner === 'customer' ? found.policy.tags.map((t) => ({ ...t })) : []
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
    check: constrain({
      Scope: { oneOf: ['All', 'AWS', 'Local'] },
      PolicyUsageFilter: { oneOf: ['PermissionsPolicy', 'PermissionsBoundary'] },
      MaxItems: p.maxItems,
    }),
    needs: ({ Scope }) => ({ index: Scope !== 'Local' }),
    on: onPolicyPath,
    run: ({ account, input }) => {
      const prefix = input.PathPrefix ?? '/'
      const asBoundary = input.PolicyUsageFilter === 'PermissionsBoundary'
      const isInUse = (policy: PolicyShape) =>
        (asBoundary ? policy.PermissionsBoundaryUsageCount : policy.AttachmentCount) !== 0
      const policies = listedPolicies(account, input.Scope ?? 'All').filter(
        (policy) =>
          policy.Path?.startsWith(prefix) && (!input.OnlyAttached || isInUse(policy))
      )
      const { items, ...rest } = page(policies, input)
      return { Policies: items, ...rest }
    },
  },

  DeletePolicy: {
    check: constrain({ PolicyArn: p.policyArnText }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const policy = theOwnPolicy(account, input.PolicyArn)
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

  CreatePolicyVersion: {
    check: constrain({ PolicyArn: p.policyArnText, PolicyDocument: p.policyDocument }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input, now }) => {
      const policy = theOwnPolicy(account, input.PolicyArn)
      acceptDocument(input.PolicyDocument ?? '')
      if (Object.keys(policy.versions).length >= VERSIONS_PER_POLICY) {
        throw serviceError(
          'LimitExceeded',
          'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.'
        )
      }
      const VersionId = addVersion(policy, input.PolicyDocument ?? '', now)
      if (input.SetAsDefault) policy.defaultVersion = VersionId
      return {
        PolicyVersion: {
          VersionId,
          IsDefaultVersion: input.SetAsDefault ?? false,
          CreateDate: new Date(now),
        },
      }
    },
  },

  GetPolicyVersion: {
    check: constrain({ PolicyArn: p.policyArnText, VersionId: versionId }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const versions = versionsOf(thePolicy(account, input.PolicyArn))
      const version = versions.find(({ id }) => id === input.VersionId)
      if (!version) throw noVersion(input.PolicyArn, input.VersionId)
      return {
        PolicyVersion: {
          Document: encodeDocument(version.document),
          VersionId: version.id,
          IsDefaultVersion: version.isDefault,
          CreateDate: new Date(version.created),
        },
      }
    },
  },

  ListPolicyVersions: {
    check: constrain({ PolicyArn: p.policyArnText, MaxItems: p.maxItems }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const { items, ...rest } = page(
        versionsOf(thePolicy(account, input.PolicyArn)),
        input
      )
      const Versions = items.map(({ id, isDefault, created }) => ({
        VersionId: id,
        IsDefaultVersion: isDefault,
        CreateDate: new Date(created),
      }))
      return { Versions, ...rest }
    },
  },

  SetDefaultPolicyVersion: {
    check: constrain({ PolicyArn: p.policyArnText, VersionId: versionId }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input, now }) => {
      const policy = theOwnPolicy(account, input.PolicyArn)
      const id = input.VersionId ?? ''
      if (!policy.versions[id]) throw noVersion(input.PolicyArn, id)
      policy.defaultVersion = id
      policy.updated = now
      return {}
    },
  },

  DeletePolicyVersion: {
    check: constrain({ PolicyArn: p.policyArnText, VersionId: versionId }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const policy = theOwnPolicy(account, input.PolicyArn)
      const id = input.VersionId ?? ''
      if (!policy.versions[id]) throw noVersion(input.PolicyArn, id)
      if (policy.defaultVersion === id) {
        throw serviceError(
          'DeleteConflict',
          'Cannot delete the default version of a policy.'
        )
      }
      delete policy.versions[id]
      return {}
    },
  },

  ListEntitiesForPolicy: {
    check: constrain({
      PolicyArn: p.policyArnText,
      EntityFilter: {
        oneOf: ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'],
      },
      MaxItems: p.maxItems,
    }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const { arn } = thePolicy(account, input.PolicyArn)
      const asBoundary = input.PolicyUsageFilter === 'PermissionsBoundary'
      const filter = input.EntityFilter
      const holds = (holder: { attached: string[]; boundary?: string }) =>
        (!asBoundary && holder.attached.includes(arn)) ||
        (input.PolicyUsageFilter !== 'PermissionsPolicy' && holder.boundary === arn)
      const users = byName(account.users).filter(holds)
      const roles = byName(account.roles).filter(holds)
      const groups = byName(account.groups).filter(holds)
      return {
        PolicyUsers:
          filter && filter !== 'User'
            ? []
            : users.map(({ name, id }) => ({ UserName: name, UserId: id })),
        PolicyRoles:
          filter && filter !== 'Role'
            ? []
            : roles.map(({ name, id }) => ({ RoleName: name, RoleId: id })),
        PolicyGroups:
          filter && filter !== 'Group'
            ? []
            : groups.map(({ name, id }) => ({ GroupName: name, GroupId: id })),
        IsTruncated: false,
      }
    },
  },

  TagPolicy: {
    check: constrain({ PolicyArn: p.policyArnText, Tags: { ...p.tags, required: true } }),
    on: withRequest(onPolicy),
    run: ({ account, input }) => {
      const policy = theCustomerPolicy(account, input.PolicyArn)
      policy.tags = putTags(policy.tags, input.Tags)
      return {}
    },
  },

  UntagPolicy: {
    check: constrain({
      PolicyArn: p.policyArnText,
      TagKeys: { ...p.tags, required: true },
    }),
    on: onPolicy,
    run: ({ account, input }) => {
      const policy = theCustomerPolicy(account, input.PolicyArn)
      policy.tags = removeTags(policy.tags, input.TagKeys)
      return {}
    },
  },

  ListPolicyTags: {
    check: constrain({ PolicyArn: p.policyArnText, MaxItems: p.maxItems }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const found = thePolicy(account, input.PolicyArn)
      return listTags(found.owner === 'customer' ? found.policy.tags : [], input)
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
