import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { FormError } from '~/components/form/form-error'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import {
  type CredentialReport,
  credentialReport,
  useLastCredentialReport,
} from '~/data/account-settings'
import { useApiMutation } from '~/data/client'
import { download } from '~/lib/download'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { formatDateTime } from '~/lib/text'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { flash } from '~/stores/flash'

export default function CredentialReportPage() {
  const account = useIdentityStore(activeAccount) ?? ''
  const last = useLastCredentialReport()
  const get = useApiMutation<void, CredentialReport>(credentialReport, {
    onSuccess: ({ content, generated }) => {
      download(new Blob([content], { type: 'text/csv' }), nameOf(account, generated))
      flash({ type: 'success', header: 'Credential report downloaded.' })
    },
  })
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Credential report"
        info={<InfoLink topic="iam.credentialReport" about="the credential report" />}
      />
      <Container
        header={
          <Header
            variant="h2"
            description="The credential report lists all your IAM users in this account and the status of their various credentials."
            actions={
              <Button
                loading={get.isPending}
                onClick={() => get.mutate()}
                {...placeButton('iam.credentialReport.download')}
              >
                {word('iam.credentialReport.download')}
              </Button>
            }
          >
            Credential report of IAM users in this account
          </Header>
        }
      >
        <SpaceBetween size="s">
          {last.isPending && <Spinner />}
          {last.error && (
            <QueryError error={last.error} retry={last.refetch} what="the last report" />
          )}
          {last.data !== undefined && <p>{sayWhen(last.data)}</p>}
          <FormError error={get.error} header="Failed to get the credential report." />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}

const sayWhen = (generated: Date | null) =>
  generated
    ? `The credential report was last generated on ${formatDateTime(generated)}. A new report can be generated every 4 hours.`
    : 'No credential report was generated within the past 4 hours.'

const nameOf = (account: string, generated: Date) =>
  `status_reports_${account}_${generated.toISOString().slice(0, 19).replaceAll(':', '-')}.csv`
