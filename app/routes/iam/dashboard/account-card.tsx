import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import { Copyable } from '~/components/copyable'
import { QueryError } from '~/components/query-error'
import { signInUrl, useAccountAliases } from '~/data/account'
import { placeButton } from '~/lib/places'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { DeleteAlias, EditAlias } from './alias'

export function AccountCard() {
  const account = useIdentityStore(activeAccount) ?? ''
  const aliases = useAccountAliases()
  const [alias] = aliases.data ?? []
  const [asking, setAsking] = useState<'edit' | 'delete'>()
  const done = () => setAsking(undefined)
  return (
    <Container header={<Header variant="h2">AWS Account</Header>}>
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={1}
          items={[
            { label: 'Account ID', value: <Copyable text={account} what="account ID" /> },
            {
              label: 'Account Alias',
              value: aliases.error ? (
                <AccessDeniedCell error={aliases.error} />
              ) : aliases.data ? (
                <Alias alias={alias} onAsk={setAsking} />
              ) : (
                <Spinner />
              ),
            },
            {
              label: 'Sign-in URL for IAM users in this account',
              value: <Copyable text={signInUrl(alias ?? account)} what="sign-in URL" />,
            },
          ]}
        />
        <QueryError
          error={aliases.error}
          retry={aliases.refetch}
          what="the account alias"
        />
      </SpaceBetween>
      {asking === 'edit' && <EditAlias account={account} alias={alias} onDone={done} />}
      {asking === 'delete' && alias && <DeleteAlias alias={alias} onDone={done} />}
    </Container>
  )
}

type AliasProps = {
  alias: string | undefined
  onAsk: (what: 'edit' | 'delete') => void
}

const Alias = ({ alias, onAsk }: AliasProps) =>
  alias ? (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Box>{alias}</Box>
      <Button variant="inline-link" ariaLabel="Edit alias" onClick={() => onAsk('edit')}>
        Edit
      </Button>
      <Button
        variant="inline-link"
        ariaLabel="Delete alias"
        onClick={() => onAsk('delete')}
      >
        Delete
      </Button>
    </SpaceBetween>
  ) : (
    <Button
      variant="inline-link"
      onClick={() => onAsk('edit')}
      {...placeButton('iam.dashboard.createAlias')}
    >
      Create
    </Button>
  )
