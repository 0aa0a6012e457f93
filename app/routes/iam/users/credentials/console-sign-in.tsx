import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useState } from 'react'
import { Copyable } from '~/components/copyable'
import { QueryError } from '~/components/query-error'
import { useLoginProfile } from '~/data/users'
import { clock } from '~/lib/clock'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { formatAge, formatDateTime } from '~/lib/text'
import type { UserTabProps } from '../tabs/tab'
import { EnableAccess } from './enable-access'
import { ManageAccess } from './manage-access'
import { useSignInUrl } from './sign-in-details'

type Asking = 'enable' | 'manage'

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
      {asking === 'enable' && <EnableAccess name={name} onDone={done} />}
      {asking === 'manage' && <ManageAccess name={name} onDone={done} />}
    </Container>
  )
}

type ButtonsProps = { enabled: boolean; onAsk: (what: Asking) => void }

function Buttons({ enabled, onAsk }: ButtonsProps) {
  const place = enabled ? 'iam.user.manageConsoleAccess' : 'iam.user.consoleAccess'
  return (
    <Button onClick={() => onAsk(enabled ? 'manage' : 'enable')} {...placeButton(place)}>
      {word(place)}
    </Button>
  )
}
