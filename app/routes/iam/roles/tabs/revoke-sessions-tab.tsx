import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { JsonView } from '~/components/policy-editor/json-view'
import { useApiMutation } from '~/data/client'
import { REVOCATION, revocation } from '~/data/revocation'
import { placeButton } from '~/lib/places'
import { clock } from '~/lib/clock'
import { flash } from '~/stores/flash'
import type { RoleTabProps } from './tab'

export function RevokeSessionsTab({ name }: RoleTabProps) {
  const [asking, setAsking] = useState(false)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Deny every permission to all sessions of this role that exist now. Sessions begun later are not affected."
          actions={
            <Button
              onClick={() => setAsking(true)}
              {...placeButton('iam.role.revokeSessions')}
            >
              Revoke active sessions
            </Button>
          }
        >
          Revoke all active sessions
        </Header>
      }
    >
      <SpaceBetween size="s">
        <Box>
          This attaches the inline policy <b>{REVOCATION}</b> to the role:
        </Box>
        <JsonView
          text={revocation('[policy creation time]')}
          ariaLabel="Revocation policy"
        />
      </SpaceBetween>
      {asking && <ConfirmRevocation name={name} onDone={() => setAsking(false)} />}
    </Container>
  )
}

function ConfirmRevocation({ name, onDone }: { name: string; onDone: () => void }) {
  const [agreed, setAgreed] = useState(false)
  const revoke = useApiMutation<void>(
    ({ iam }) =>
      iam.putRolePolicy({
        RoleName: name,
        PolicyName: REVOCATION,
        PolicyDocument: revocation(clock.now()),
      }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Active sessions of role ${name} revoked.` })
        onDone()
      },
    }
  )
  return (
    <FormModal
      header="Revoke active sessions"
      submitLabel="Revoke active sessions"
      disabled={!agreed}
      onDismiss={onDone}
      onSubmit={() => revoke.mutate()}
      busy={revoke.isPending}
      error={revoke.error}
      errorHeader="Failed to revoke the sessions."
    >
      <Alert type="warning">
        Whoever is using <b>{name}</b> now loses all permissions at once, and has to assume
        the role again.
      </Alert>
      <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
        I acknowledge that I am revoking all active sessions for this role.
      </Checkbox>
    </FormModal>
  )
}
