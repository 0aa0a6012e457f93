import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AppButton } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import {
  providerName,
  providerType,
  useOidcProvider,
  useSamlProvider,
} from '~/data/providers'
import { useProviderArn } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { formatDateTime } from '~/lib/text'
import { Audiences } from './audiences'
import { DeleteProvider } from './delete-provider'
import { Metadata } from './metadata'

export default function IdentityProviderPage() {
  const arn = useProviderArn()
  const navigate = useNavigate()
  const [deleting, setDeleting] = useState(false)
  const isSaml = providerType(arn) === 'SAML'
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={providerName(arn)}
        info={<InfoLink topic="iam.identityProviders" about="identity providers" />}
        actions={
          <>
            <AppButton
              href={pb.roleCreate({
                trustedEntityType: isSaml ? 'SAML_2_0_FEDERATION' : 'WEB_IDENTITY',
              })}
              place="iam.identityProvider.assignRole"
            />
            <Button
              onClick={() => setDeleting(true)}
              {...placeButton('iam.identityProvider.delete')}
            >
              {word('iam.identityProvider.delete')}
            </Button>
          </>
        }
      />
      {isSaml ? (
        <SamlDetails arn={arn} gone={deleting} />
      ) : (
        <OidcDetails arn={arn} gone={deleting} />
      )}
      {deleting && (
        <DeleteProvider
          arn={arn}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => void navigate(pb.identityProviders())}
        />
      )}
    </SpaceBetween>
  )
}

/** `gone` is true while the provider is being deleted: what is missing then is no error. */
type DetailsProps = { arn: string; gone: boolean }

function SamlDetails({ arn, gone }: DetailsProps) {
  const { data, error, refetch } = useSamlProvider(arn)
  if (error && !gone)
    return <QueryError error={error} retry={refetch} what="the provider" />
  if (!data) return <Spinner size="large" />
  return (
    <>
      <Summary
        arn={arn}
        created={data.CreateDate}
        more={[{ label: 'Valid until', value: formatDateTime(data.ValidUntil) }]}
      />
      <Metadata arn={arn} text={data.SAMLMetadataDocument ?? ''} />
    </>
  )
}

function OidcDetails({ arn, gone }: DetailsProps) {
  const { data, error, refetch } = useOidcProvider(arn)
  if (error && !gone)
    return <QueryError error={error} retry={refetch} what="the provider" />
  if (!data) return <Spinner size="large" />
  const thumbprints = data.ThumbprintList ?? []
  return (
    <>
      <Summary
        arn={arn}
        created={data.CreateDate}
        more={[
          {
            label: 'Endpoint verification thumbprints',
            value: thumbprints.length > 0 ? thumbprints.join(', ') : '-',
          },
        ]}
      />
      <Audiences arn={arn} audiences={data.ClientIDList ?? []} />
    </>
  )
}

type SummaryProps = {
  arn: string
  created: Date | undefined
  more: { label: string; value: ReactNode }[]
}

const Summary = ({ arn, created, more }: SummaryProps) => (
  <Container header={<Header variant="h2">Summary</Header>}>
    <KeyValuePairs
      columns={2}
      items={[
        { label: 'Provider', value: providerName(arn) },
        { label: 'Provider type', value: providerType(arn) },
        { label: 'Creation time', value: formatDateTime(created) },
        { label: 'ARN', value: <Copyable text={arn} what="ARN" /> },
        ...more,
      ]}
    />
  </Container>
)
