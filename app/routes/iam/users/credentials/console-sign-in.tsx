import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useState } from 'react'
import { Copyable } from '~/components/copyable'
import { QueryError } from '~/components/query-error'
import { ButtonRow } from '~/components/ui/button-row'
import { useLoginProfile } from '~/data/users'
import { clock } from '~/lib/clock'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { formatAge, formatDateTime } from '~/lib/text'
import type { UserTabProps } from '../tabs/tab'
import { DisableAccess } from './disable-access'
import { PasswordModal } from './password-modal'
import { useSignInUrl } from './sign-in-details'

type Asking = 'enable' | 'reset' | 'disable'

export function ConsoleSignIn({ name, user }: UserTabProps) {
  const profile = useLoginProfile(name)
  const url = useSignInUrl()
  const [asking, setAsking] = useState<Asking>()
  const done = () => setAsking(undefined)
  const set = profile.data?.CreateDate
  const signedIn = user?.PasswordLastUsed
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={<Buttons enabled={Boolean(profile.data)} onAsk={setAsking} />}
        >
          Console sign-in
        </Header>
      }
    >
      <QueryError error={profile.error} retry={profile.refetch} what="the login profile" />
      {profile.data !== undefined && (
        <KeyValuePairs
          columns={3}
          items={[
            {
              label: 'Console sign-in link',
              value: <Copyable text={url} what="console sign-in link" />,
            },
            {
              label: 'Console password',
              value: set
                ? `Set ${formatAge(set, clock.now()).toLowerCase()} (${formatDateTime(set)})`
                : 'Not enabled',
            },
            {
              label: 'Last console sign-in',
              value: signedIn ? formatAge(signedIn, clock.now()) : set ? 'Never' : '-',
            },
          ]}
        />
      )}
      {(asking === 'enable' || asking === 'reset') && (
        <PasswordModal name={name} mode={asking} onDone={done} />
      )}
      {asking === 'disable' && <DisableAccess name={name} onDone={done} />}
    </Container>
  )
}

type ButtonsProps = { enabled: boolean; onAsk: (what: Asking) => void }

const Buttons = ({ enabled, onAsk }: ButtonsProps) =>
  enabled ? (
    <ButtonRow>
      <Button onClick={() => onAsk('reset')} {...placeButton('iam.user.resetPassword')}>
        {word('iam.user.resetPassword')}
      </Button>
      <Button
        onClick={() => onAsk('disable')}
        {...placeButton('iam.user.disableConsoleAccess')}
      >
        {word('iam.user.disableConsoleAccess')}
      </Button>
    </ButtonRow>
  ) : (
    <Button onClick={() => onAsk('enable')} {...placeButton('iam.user.consoleAccess')}>
      {word('iam.user.consoleAccess')}
    </Button>
  )
