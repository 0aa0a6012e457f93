import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Copyable } from '~/components/copyable'
import { Loading } from '~/components/loading'
import { QueryError } from '~/components/query-error'
import { useCaller } from '~/data/client'
import { userQuery } from '~/data/users'
import { clock } from '~/lib/clock'
import { placeButton } from '~/lib/places'
import { formatAge } from '~/lib/text'
import { word } from '~/lib/words'
import { useSignInUrl } from '../users/credentials/sign-in-details'
import { UpdatePassword } from './update-password'

/** The button is for everybody: whether it is of use is for IAM to say. */
export function OwnSignIn({ name }: { name: string }) {
  const user = useQuery(userQuery(useCaller(), name))
  const url = useSignInUrl()
  const [changing, setChanging] = useState(false)
  const signedIn = user.data?.User?.PasswordLastUsed
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button
              onClick={() => setChanging(true)}
              {...placeButton('iam.securityCredentials.updatePassword')}
            >
              {word('iam.securityCredentials.updatePassword')}
            </Button>
          }
        >
          Console sign-in
        </Header>
      }
    >
      <SpaceBetween size="m">
        <QueryError error={user.error} retry={user.refetch} what="your user" />
        {user.isPending && <Loading what="your user" />}
        <KeyValuePairs
          columns={2}
          items={[
            {
              label: 'Console sign-in link',
              value: <Copyable text={url} what="console sign-in link" />,
            },
            ...(user.data
              ? [
                  {
                    label: 'Last console sign-in',
                    value: signedIn ? formatAge(signedIn, clock.now()) : 'Never',
                  },
                ]
              : []),
          ]}
        />
      </SpaceBetween>
      {changing && <UpdatePassword onDone={() => setChanging(false)} />}
    </Container>
  )
}
