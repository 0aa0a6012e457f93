import Icon from '@cloudscape-design/components/icon'

import { ColorLabel } from '~/components/role-color'
import { Popup } from '~/components/ui/popup'
import { feature, word } from '~/lib/words'
import { formatAccountId } from '~/lib/text'
import { useIdentityStore } from '~/stores/identity'
import type { ActiveRole, SignIn } from '~/stores/identity'

import { AccountPanel } from './account-panel'

/** The top-right corner: who acts here, and the ways to become somebody else. */
export function AccountMenu() {
  const { signIn, role } = useIdentityStore()
  if (!signIn) return null
  return (
    <Popup
      place="account.menu"
      trigger={
        <>
          <span className="u-hidden">{word('account.menu')}</span>
          {role ? <RoleText role={role} signIn={signIn} /> : <SignInText signIn={signIn} />}
          <Icon name="caret-down-filled" />
        </>
      }
    >
      {(close) => <AccountPanel signIn={signIn} role={role} close={close} />}
    </Popup>
  )
}

function SignInText({ signIn }: { signIn: SignIn }) {
  const account = formatAccountId(signIn.account)
  return feature('topBar.person') === 'account, name' ? (
    <span className="u-account">
      <span>Account ID: {account}</span>
      <span>{signIn.name}</span>
    </span>
  ) : (
    <span className="u-account" title={`${signIn.name} @ ${signIn.account}`}>
      <span>
        {signIn.name} @ {account}
      </span>
    </span>
  )
}

const RoleText = ({ role, signIn }: { role: ActiveRole; signIn: SignIn }) => (
  <ColorLabel
    color={role.color}
    title={`${role.roleName}/${signIn.name} @ ${role.account}`}
  >
    {role.displayName}
  </ColorLabel>
)
