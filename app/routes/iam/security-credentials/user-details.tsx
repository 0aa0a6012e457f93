import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { Copyable } from '~/components/copyable'
import { activeAccount, activeArn, useIdentityStore } from '~/stores/identity'
import { CanonicalId } from './canonical-id'

/** What everybody knows of themselves, whatever they may do. */
export function UserDetails({ name }: { name: string }) {
  const account = useIdentityStore(activeAccount) ?? ''
  const arn = useIdentityStore(activeArn) ?? ''
  return (
    <Container header={<Header variant="h2">Account details</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'User name', value: name },
          { label: 'User ARN', value: <Copyable text={arn} what="user ARN" /> },
          {
            label: 'AWS account ID',
            value: <Copyable text={account} what="AWS account ID" />,
          },
          { label: 'Canonical user ID', value: <CanonicalId /> },
        ]}
      />
    </Container>
  )
}
