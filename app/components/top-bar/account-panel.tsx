import Button from '@cloudscape-design/components/button'
import { Link } from 'react-router'

import { AppButton } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { signOut, switchBack } from '~/data/identity'
import { whenNothingIsLost } from '~/data/unsaved'
import { word } from '~/lib/words'
import { pb } from '~/lib/path-builder'
import { place, placeButton } from '~/lib/places'
import { formatAccountId } from '~/lib/text'
import type { ActiveRole, SignIn } from '~/stores/identity'

import { RoleHistory } from './role-history'

type Props = { signIn: SignIn; role: ActiveRole | undefined; close: () => void }

const links = [
  { text: 'Account', href: pb.notBuilt('account', 'Account') },
  { text: 'Organization', href: pb.notBuilt('account', 'Organization') },
  { text: 'Service Quotas', href: pb.notBuilt('account', 'Service Quotas') },
  {
    text: 'Billing and Cost Management',
    href: pb.notBuilt('account', 'Billing and Cost Management'),
  },
]

const ownLinks = [
  ...links,
  { text: 'Security credentials', href: pb.securityCredentials() },
]

export function AccountPanel({ signIn, role, close }: Props) {
  return (
    <div className="u-account-panel">
      {role ? <Switched role={role} /> : <Person signIn={signIn} />}
      <ul className="u-account-links">
        {(role ? links : ownLinks).map(({ text, href }) => (
          <li key={text}>
            <Link
              to={href}
              onClick={close}
              {...(href === pb.securityCredentials()
                ? place('account.menu.securityCredentials')
                : {})}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
      {role && (
        <dl>
          <dt>Signed in as</dt>
          <dd>{signIn.name}</dd>
          <dt>Account ID</dt>
          <dd>
            <AccountId account={signIn.account} />
          </dd>
        </dl>
      )}
      {signIn.kind !== 'root' && <RoleHistory active={role} close={close} />}
      <div className="u-account-buttons">
        {role && (
          <Button
            {...placeButton('account.menu.switchBack')}
            onClick={() => {
              close()
              whenNothingIsLost(switchBack)
            }}
          >
            {word('account.menu.switchBack')}
          </Button>
        )}
        {signIn.kind !== 'root' && (
          <AppButton href={pb.switchRole()} place="account.menu.switchRole" />
        )}
        <Button
          variant="primary"
          {...placeButton('account.menu.signOut')}
          onClick={() => whenNothingIsLost(signOut)}
        >
          {word('account.menu.signOut')}
        </Button>
      </div>
    </div>
  )
}

const AccountId = ({ account }: { account: string }) => (
  <Copyable text={account} display={formatAccountId(account)} what="Account ID" />
)

const Person = ({ signIn }: { signIn: SignIn }) => (
  <dl>
    <dt>Account ID</dt>
    <dd>
      <AccountId account={signIn.account} />
    </dd>
    <dt>{signIn.kind === 'root' ? 'Root user' : 'IAM user'}</dt>
    <dd>
      <Copyable text={signIn.name} what="User name" />
    </dd>
  </dl>
)

const Switched = ({ role }: { role: ActiveRole }) => (
  <dl>
    <dt>Currently active as</dt>
    <dd>{role.roleName}</dd>
    <dt>Account ID</dt>
    <dd>
      <AccountId account={role.account} />
    </dd>
  </dl>
)
