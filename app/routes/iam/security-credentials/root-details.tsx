import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AppLink } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { useMfaDevices } from '~/data/users'
import { pb } from '~/lib/path-builder'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { CanonicalId } from './canonical-id'

/** Name, mail and password of the root user are those of the account, on the account's page. */
export function RootDetails() {
  const account = useIdentityStore(activeAccount) ?? ''
  const email = useIdentityStore((state) => state.signIn?.name)
  const devices = useMfaDevices(undefined)
  return (
    <SpaceBetween size="l">
      {devices.data?.length === 0 && (
        <Alert type="warning" header="You don't have MFA assigned">
          Whoever learns the root user&apos;s password can do everything in this account.
          Assign an MFA device below.
        </Alert>
      )}
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <AppLink href={pb.notBuilt('account', 'Account')}>
                Edit account name, email, and password
              </AppLink>
            }
          >
            Account details
          </Header>
        }
      >
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Email address', value: email },
            { label: 'Password', value: 'Changed on the page of the account' },
            {
              label: 'AWS account ID',
              value: <Copyable text={account} what="AWS account ID" />,
            },
            { label: 'Canonical user ID', value: <CanonicalId /> },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
