import type { FindingStatus, FindingType } from '@aws-sdk/client-accessanalyzer'

type Counted = {
  status?: FindingStatus | undefined
  findingType?: FindingType | undefined
  isPublic?: boolean | undefined
  resource?: string | undefined
}

const withStatus = (findings: readonly Counted[], status: FindingStatus) =>
  findings.filter((finding) => finding.status === status)

/** Findings by status, and resources that any active one is about. */
export function countsOf(findings: readonly Counted[]) {
  const active = withStatus(findings, 'ACTIVE')
  const ofType = (type: FindingType) =>
    active.filter(({ findingType }) => findingType === type).length
  return {
    active: active.length,
    archived: withStatus(findings, 'ARCHIVED').length,
    resolved: withStatus(findings, 'RESOLVED').length,
    isPublic: active.filter(({ isPublic }) => isPublic).length,
    resources: new Set(active.map(({ resource }) => resource)).size,
    roles: ofType('UnusedIAMRole'),
    keys: ofType('UnusedIAMUserAccessKey'),
    passwords: ofType('UnusedIAMUserPassword'),
    permissions: ofType('UnusedPermission'),
  }
}
