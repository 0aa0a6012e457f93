import type { MFADevice } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { AppButton } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { EmptyState } from '~/components/table/empty-state'
import { ButtonRow } from '~/components/ui/button-row'
import { useMfaDevices } from '~/data/users'
import { clock } from '~/lib/clock'
import { placeButton } from '~/lib/places'
import { formatAge } from '~/lib/text'
import { word } from '~/lib/words'
import { mfaType } from '../mfa-type'
import { type Holder, mfaWizardOf } from './holder'
import { RemoveMfa } from './remove-mfa'
import { ResyncMfa } from './resync-mfa'

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
    id: 'certifications',
    header: 'Certifications',
    // only security keys have been certified for anything
    cell: () => 'Not applicable',
  },
  {
    id: 'created',
    header: 'Created on',
    cell: ({ EnableDate }: MFADevice) => formatAge(EnableDate, clock.now()),
  },
]

const title = 'Multi-factor authentication (MFA)'
const DEVICES = 8

export function MfaDevices({ holder }: { holder: Holder }) {
  const devices = useMfaDevices(holder.name)
  const [chosen, setChosen] = useState<string>()
  const [asking, setAsking] = useState<'remove' | 'resync'>()
  const selected = devices.data?.find(({ SerialNumber }) => SerialNumber === chosen)
  const serial = selected?.SerialNumber
  const done = () => setAsking(undefined)
  return (
    <>
      <Table
        items={devices.data ?? []}
        loading={devices.isPending}
        loadingText="Loading MFA devices"
        columnDefinitions={columns}
        trackBy="SerialNumber"
        wrapLines
        selectionType="single"
        selectedItems={selected ? [selected] : []}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems[0]?.SerialNumber)}
        ariaLabels={{
          tableLabel: title,
          selectionGroupLabel: 'Selection of MFA devices',
          itemSelectionLabel: (_, device) => `Select MFA device ${device.SerialNumber}`,
        }}
        header={
          <Header
            variant="h2"
            counter={devices.data && `(${devices.data.length})`}
            info={<InfoLink topic="iam.mfa" about="MFA" />}
            description="Ask for a code of a device on top of the password. There can be up to 8 MFA devices."
            actions={
              <ButtonRow>
                <Button
                  disabled={!serial}
                  onClick={() => setAsking('remove')}
                  {...placeButton('iam.user.removeMfa')}
                >
                  {word('iam.user.removeMfa')}
                </Button>
                <Button
                  disabled={!serial}
                  onClick={() => setAsking('resync')}
                  {...placeButton('iam.user.resyncMfa')}
                >
                  {word('iam.user.resyncMfa')}
                </Button>
                <AppButton
                  href={mfaWizardOf(holder)}
                  disabled={(devices.data?.length ?? 0) >= DEVICES}
                  disabledReason="There are 8 MFA devices already."
                  place="iam.user.assignMfa"
                />
              </ButtonRow>
            }
          >
            {title}
          </Header>
        }
        empty={
          devices.error ? (
            <QueryError error={devices.error} retry={devices.refetch} what="MFA devices" />
          ) : (
            <EmptyState
              title="No MFA devices."
              text="Assign an MFA device to improve the security of your AWS environment"
            />
          )
        }
      />
      {asking === 'remove' && serial && (
        <RemoveMfa owner={holder.name} serial={serial} onDone={done} />
      )}
      {asking === 'resync' && serial && (
        <ResyncMfa owner={holder.name} serial={serial} onDone={done} />
      )}
    </>
  )
}
