import type { Policy } from '@aws-sdk/client-iam'
import type { DataColumn } from '~/components/table/data-table'

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

export const usedAsColumn: DataColumn<Policy> = {
  id: 'used',
  header: 'Used as',
  minWidth: 180,
  sortingComparator: (a, b) => usedAs(a).localeCompare(usedAs(b)),
  cell: usedAs,
}
