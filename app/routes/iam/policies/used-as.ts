import type { Policy } from '@aws-sdk/client-iam'

/** `None`, `Permissions policy (2)`, `Permissions boundary (1)`, or both. */
export const usedAs = ({
  AttachmentCount = 0,
  PermissionsBoundaryUsageCount = 0,
}: Policy) =>
  [
    AttachmentCount > 0 ? `Permissions policy (${AttachmentCount})` : '',
    PermissionsBoundaryUsageCount > 0
      ? `Permissions boundary (${PermissionsBoundaryUsageCount})`
      : '',
  ]
    .filter(Boolean)
    .join(', ') || 'None'
