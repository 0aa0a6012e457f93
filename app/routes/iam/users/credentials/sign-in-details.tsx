import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Copyable } from '~/components/copyable'
import { signInUrl, useAccountAliases } from '~/data/account'
import { download } from '~/lib/download'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { csvFile } from './csv'
import { SecretValue } from './secret-value'

type Props = { userName: string; password: string }

/** The one time that a password is on show. */
export function SignInDetails({ userName, password }: Props) {
  const url = useSignInUrl()
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={1}
        items={[
          {
            label: 'Console sign-in URL',
            value: <Copyable text={url} what="console sign-in URL" />,
          },
          { label: 'User name', value: <Copyable text={userName} what="user name" /> },
          {
            label: 'Console password',
            value: <SecretValue secret={password} what="console password" />,
          },
        ]}
      />
      <Button
        onClick={() =>
          download(
            csvFile([
              ['User name', 'Password', 'Console sign-in URL'],
              [userName, password, url],
            ]),
            `${userName}_credentials.csv`
          )
        }
      >
        Download .csv file
      </Button>
    </SpaceBetween>
  )
}

/** By alias where there is one and it may be seen. */
export function useSignInUrl() {
  const account = useIdentityStore(activeAccount) ?? ''
  const [alias] = useAccountAliases().data ?? []
  return signInUrl(alias ?? account)
}
