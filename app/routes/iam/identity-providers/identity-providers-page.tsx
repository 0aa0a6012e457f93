import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { AppButton, AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { currentCaller, prefetch } from '~/data/client'
import { type Provider, providersQuery, useProviders } from '~/data/providers'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { formatDateTime } from '~/lib/text'
import { DeleteProvider } from './delete-provider'

export const clientLoader = () => {
  prefetch(providersQuery(currentCaller()))
  return null
}

const columns: DataColumn<Provider>[] = [
  {
    id: 'name',
    header: 'Provider',
    sortingField: 'name',
    isRowHeader: true,
    cell: ({ arn, name }) => <AppLink href={pb.identityProvider(arn)}>{name}</AppLink>,
  },
  { id: 'type', header: 'Type', sortingField: 'type', cell: ({ type }) => type },
  {
    id: 'created',
    header: 'Creation time',
    sortingField: 'created',
    cell: ({ created }) => formatDateTime(created),
  },
  { id: 'arn', header: 'ARN', hidden: true, sortingField: 'arn', cell: ({ arn }) => arn },
]

export default function IdentityProvidersPage() {
  const providers = useProviders()
  const [selected, setSelected] = useState<Provider[]>([])
  const [deleting, setDeleting] = useState(false)
  const [provider] = selected
  return (
    <>
      <DataTable
        variant="full-page"
        headingLevel="h1"
        place="iam.identityProviders"
        title="Identity providers"
        info={<InfoLink topic="iam.identityProviders" about="identity providers" />}
        description="Use an identity provider (IdP) to manage your user identities outside of AWS, but grant the user identities permissions to use AWS resources in your account."
        one="provider"
        many="providers"
        items={providers.data}
        loading={providers.isPending}
        error={
          providers.error && (
            <QueryError
              error={providers.error}
              retry={providers.refetch}
              what="identity providers"
            />
          )
        }
        onRefresh={providers.refetch}
        columns={columns}
        sortBy="name"
        trackBy={({ arn }) => arn}
        filtering={({ name, type }, text) =>
          `${name} ${type}`.toLowerCase().includes(text.toLowerCase())
        }
        selection={{
          type: 'single',
          selected,
          onChange: setSelected,
          nameOf: ({ name }) => name,
        }}
        empty={{
          title: 'No resources to display',
          text: 'This account has no identity providers.',
        }}
        actions={
          <>
            <Button
              disabled={!provider}
              onClick={() => setDeleting(true)}
              {...placeButton('iam.identityProviders.delete')}
            >
              {word('iam.identityProviders.delete')}
            </Button>
            <AppButton
              href={pb.identityProviderCreate()}
              variant="primary"
              place="iam.identityProviders.create"
            />
          </>
        }
      />
      {deleting && provider && (
        <DeleteProvider
          arn={provider.arn}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => {
            setDeleting(false)
            setSelected([])
          }}
        />
      )}
    </>
  )
}
