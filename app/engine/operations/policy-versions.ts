/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
import type { IamOperations } from '../api'
import { managedPolicyDocument } from '../catalog/managed-policies'
import { noSuchEntity, serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { ManagedPolicy } from '../model'
import { type AnyPolicy, findPolicy, thePolicy } from './find'
import { acceptDocument, ofPolicy, theOwnPolicy } from './own-policy'
import { page } from './paging'
import * as p from './params'
import { constrainIam, given } from './params'
import { onPolicy } from './targets'
import { encodeDocument } from './text'

const VERSIONS_PER_POLICY = 5

const versionId = {
  required: true,
  pattern: /^v[1-9]\d*(?:\.[A-Za-z0-9-]*)?$/,
  shown: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?',
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

/** Newest first. */
function versionsOf({ owner, policy, arn }: AnyPolicy) {
  if (owner === 'aws') {
    const document = managedPolicyDocument(arn) ?? ''
    return [{ id: policy.version, document, created: policy.updated, isDefault: true }]
  }
  return Object.entries(policy.versions)
    .map(([id, version]) => ({ id, ...version, isDefault: id === policy.defaultVersion }))
    .toReversed()
}

export const policyVersionOperations = {
  CreatePolicyVersion: {
    check: constrainIam({ PolicyArn: p.policyArnText, PolicyDocument: p.policyDocument }),
    needs: ofPolicy,
    on: onPolicy,
    run: (call) => {
      const { input, now } = call
      const policy = theOwnPolicy(call, 'iam:CreatePolicyVersion')
      acceptDocument(given(input.PolicyDocument))
      if (Object.keys(policy.versions).length >= VERSIONS_PER_POLICY) {
        throw serviceError(
          'LimitExceeded',
          'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.'
        )
      }
      const VersionId = addVersion(policy, given(input.PolicyDocument), now)
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
    check: constrainIam({ PolicyArn: p.policyArnText, VersionId: versionId }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const found = findPolicy(account, input.PolicyArn)
      const versions = found ? versionsOf(found) : []
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
    check: constrainIam({ PolicyArn: p.policyArnText, ...p.paging }),
    needs: ofPolicy,
    on: onPolicy,
    run: ({ account, input }) => {
      const versions = versionsOf(thePolicy(account, input.PolicyArn))
      const { items, ...rest } = page(versions, input)
      const Versions = items.map(({ id, isDefault, created }) => ({
        VersionId: id,
        IsDefaultVersion: isDefault,
        CreateDate: new Date(created),
      }))
      return { Versions, ...rest }
    },
  },

  SetDefaultPolicyVersion: {
    check: constrainIam({ PolicyArn: p.policyArnText, VersionId: versionId }),
    needs: ofPolicy,
    on: onPolicy,
    run: (call) => {
      const { input, now } = call
      if (!findPolicy(call.account, input.PolicyArn)) {
        throw noVersion(input.PolicyArn, input.VersionId)
      }
      const policy = theOwnPolicy(call, 'iam:SetDefaultPolicyVersion')
      const id = given(input.VersionId)
      if (!policy.versions[id]) throw noVersion(input.PolicyArn, id)
      policy.defaultVersion = id
      policy.updated = now
      return {}
    },
  },

  DeletePolicyVersion: {
    check: constrainIam({ PolicyArn: p.policyArnText, VersionId: versionId }),
    needs: ofPolicy,
    on: onPolicy,
    run: (call) => {
      const { input } = call
      const policy = theOwnPolicy(call, 'iam:DeletePolicyVersion')
      const id = given(input.VersionId)
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
} satisfies Partial<OperationTable<IamOperations>>
