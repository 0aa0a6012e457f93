import type { UnusedPermissionDetails } from '@aws-sdk/client-accessanalyzer'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import type { Finding } from './finding-details'

const ageText = (date: Date | undefined) =>
  date ? formatAge(date, clock.now()) : 'Never accessed'

const columns: DataColumn<UnusedPermissionDetails>[] = [
  {
    id: 'service',
    header: 'Service',
    isRowHeader: true,
    sortingField: 'serviceNamespace',
    cell: ({ serviceNamespace }) => serviceNamespace,
  },
  {
    id: 'accessed',
    header: 'Last accessed',
    sortingComparator: (a, b) =>
      (a.lastAccessed?.getTime() ?? 0) - (b.lastAccessed?.getTime() ?? 0),
    cell: ({ lastAccessed }) => ageText(lastAccessed),
  },
]

/** When a role, a password or a key was used last; of permissions, each service. */
export function UnusedDetails({ finding }: { finding: Finding }) {
  const { findingType, findingDetails = [] } = finding
  if (findingType === 'UnusedPermission') {
    return (
      <DataTable
        title="Unused permissions"
        description="Services that the policies of this entity allow, and that it has not called in the tracking period."
        one="service"
        many="services"
        items={findingDetails.flatMap((each) => each.unusedPermissionDetails ?? [])}
        columns={columns}
        trackBy={({ serviceNamespace = '' }) => serviceNamespace}
        sortBy="service"
      />
    )
  }
  const rows = findingDetails.flatMap((each) => {
    const key = each.unusedIamUserAccessKeyDetails
    const last = key ?? each.unusedIamRoleDetails ?? each.unusedIamUserPasswordDetails
    if (!last) return []
    return [
      ...(key ? [{ label: 'Access key ID', value: key.accessKeyId }] : []),
      { label: 'Last accessed', value: ageText(last.lastAccessed) },
    ]
  })
  if (rows.length === 0) return null
  return (
    <Container header={<Header variant="h2">Last accessed information</Header>}>
      <KeyValuePairs columns={2} items={rows} />
    </Container>
  )
}
