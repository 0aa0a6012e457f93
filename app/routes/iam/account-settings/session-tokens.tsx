import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import { useAccountSummary } from '~/data/account'
import { useApiMutation } from '~/data/client'
import { placeButton, type PlaceId } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'

type Version = 1 | 2

const versions = {
  1: 'iam.sessionTokens.version.default',
  2: 'iam.sessionTokens.version.all',
} satisfies Record<Version, PlaceId>

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html */
export function SessionTokens() {
  const summary = useAccountSummary()
  const [changing, setChanging] = useState(false)
  const version: Version =
    summary.data?.SummaryMap?.GlobalEndpointTokenVersion === 2 ? 2 : 1
  const rows = [
    { endpoint: 'Global endpoint', tokens: word(versions[version]), isGlobal: true },
    { endpoint: 'Regional endpoints', tokens: word(versions[2]), isGlobal: false },
  ]
  return (
    <>
      <Table
        header={
          <Header
            variant="h2"
            info={<InfoLink topic="iam.sessionTokens" about="session tokens" />}
            description="Session tokens are part of the temporary credentials that AWS STS gives out."
          >
            Security Token Service (STS)
          </Header>
        }
        ariaLabels={{ tableLabel: 'Session Tokens from the STS endpoints' }}
        items={summary.error ? [] : rows}
        loading={summary.isPending}
        loadingText="Loading the account summary"
        empty={<QueryError error={summary.error} retry={summary.refetch} />}
        trackBy="endpoint"
        columnDefinitions={[
          {
            id: 'endpoint',
            header: 'Session Tokens from the STS endpoints',
            isRowHeader: true,
            cell: ({ endpoint }) => endpoint,
          },
          {
            id: 'tokens',
            header: 'Region compatibility of session tokens',
            cell: ({ tokens }) => tokens,
          },
          {
            id: 'change',
            header: 'Actions',
            cell: ({ isGlobal }) =>
              isGlobal && (
                <Button
                  variant="inline-link"
                  ariaLabel={word('iam.accountSettings.changeTokens')}
                  {...placeButton('iam.accountSettings.changeTokens')}
                  onClick={() => setChanging(true)}
                >
                  Change
                </Button>
              ),
          },
        ]}
      />
      {changing && <ChangeVersion now={version} onDone={() => setChanging(false)} />}
    </>
  )
}

function ChangeVersion({ now, onDone }: { now: Version; onDone: () => void }) {
  const [version, setVersion] = useState<Version>(now)
  const save = useApiMutation<void>(
    ({ iam }) =>
      iam.setSecurityTokenServicePreferences({
        GlobalEndpointTokenVersion: version === 2 ? 'v2Token' : 'v1Token',
      }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Session tokens of the global endpoint changed.' })
        onDone()
      },
    }
  )
  return (
    <FormModal
      header="Change region compatibility of session tokens for global endpoint"
      place="iam.sessionTokens"
      onDismiss={onDone}
      onSubmit={() => save.mutate()}
      busy={save.isPending}
      error={save.error}
      errorHeader="Failed to change the session tokens."
    >
      <Place id="iam.sessionTokens.version">
        <RadioGroup
          ariaLabel={word('iam.sessionTokens.version')}
          value={String(version)}
          onChange={({ detail }) => setVersion(detail.value === '2' ? 2 : 1)}
          items={[
            { value: '1', label: <PlaceLabel place={versions[1]} /> },
            {
              value: '2',
              label: <PlaceLabel place={versions[2]} />,
              description:
                'These tokens are longer, which may matter where they are stored.',
            },
          ]}
        />
      </Place>
    </FormModal>
  )
}
