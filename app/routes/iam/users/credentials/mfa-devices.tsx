import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { MFADevice } from '@aws-sdk/client-iam'
import { QueryError } from '~/components/query-error'
import { useMfaDevices } from '~/data/users'
import { formatAge } from '~/lib/text'
import { clock } from '~/lib/clock'
import { mfaType } from '../mfa-type'

const columns = [
  {
    id: 'type',
    header: 'Type',
    cell: ({ SerialNumber }: MFADevice) => mfaType(SerialNumber),
  },
  {
    id: 'identifier',
    header: 'Identifier',
    isRowHeader: true,
    cell: ({ SerialNumber }: MFADevice) => SerialNumber,
  },
  {
    id: 'created',
    header: 'Created on',
    cell: ({ EnableDate }: MFADevice) => formatAge(EnableDate, clock.now()),
  },
]

/** To read: devices come with the scenario, and cannot be assigned here yet. */
export function MfaDevices({ name }: { name: string }) {
  const devices = useMfaDevices(name)
  const title = 'Multi-factor authentication (MFA)'
  return (
    <Table
      items={devices.data ?? []}
      loading={devices.isPending}
      loadingText="Loading MFA devices"
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: title }}
      header={
        <Header
          variant="h2"
          counter={devices.data && `(${devices.data.length})`}
          description="A user can have up to 8 MFA devices. Understudy shows them and cannot assign new ones yet."
        >
          {title}
        </Header>
      }
      empty={
        devices.error ? (
          <QueryError error={devices.error} retry={devices.refetch} what="MFA devices" />
        ) : (
          'No MFA devices.'
        )
      }
    />
  )
}
