/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
import type { PolicyKind } from '../finding'
import type { FindingId } from '../findings'
import type { Check } from './statement'

type Limit = { id: FindingId; quota: number; countsSpace: boolean }

const limits: Record<PolicyKind, Limit> = {
  identity: {
    id: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    quota: 6144,
    countsSpace: false,
  },
  trust: {
    id: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
    quota: 2048,
    countsSpace: false,
  },
  resource: {
    id: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
    quota: 20480,
    countsSpace: true,
  },
  scp: { id: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA', quota: 5120, countsSpace: true },
  rcp: { id: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA', quota: 5120, countsSpace: true },
}

export const checkSize: Check = ({ kind, quota, text, root }, raise) => {
  const { id, quota: usual, countsSpace } = limits[kind]
  const policySizeQuota = quota ?? usual
  const policySize = countsSpace ? text.length : sizeWithoutSpace(text)
  if (policySize > policySizeQuota) raise(id, root, { policySize, policySizeQuota })
}

/** IAM counts no white space, save within strings. */
export const sizeWithoutSpace = (text: string) =>
  text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted?: string) => quoted ?? '').length
