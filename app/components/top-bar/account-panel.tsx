import Button from '@cloudscape-design/components/button'
import { Link } from 'react-router'

import { AppButton } from '~/components/app-link'
import { Copyable } from '~/components/copyable'
import { signOut, switchBack } from '~/data/identity'
import { whenNothingIsLost } from '~/data/unsaved'
import { feature, word } from '~/lib/words'
import { pb } from '~/lib/path-builder'
import { isPlaceId, place, placeButton } from '~/lib/places'
import { formatAccountId } from '~/lib/text'
import type { ActiveRole, SignIn } from '~/stores/identity'

import { RoleHistory } from './role-history'

type Props = { signIn: SignIn; role: ActiveRole | undefined; close: () => void }

const links = [
  { id: 'account.menu.account', href: pb.notBuilt('account', 'Account') },
  { id: 'account.menu.organization', href: pb.notBuilt('account', 'Organization') },
  { id: 'account.menu.quotas', href: pb.notBuilt('account', 'Service Quotas') },
  {
    id: 'account.menu.billing',
    href: pb.notBuilt('account', 'Billing and Cost Management'),
  },
  { id: 'account.menu.securityCredentials', href: pb.securityCredentials() },
] as const

export function AccountPanel({ signIn, role, close }: Props) {
  return (
    <div className="u-account-panel">
      {role ? <Switched role={role} /> : <Person signIn={signIn} />}
      <ul className="u-account-links">
        {(role ? links.slice(0, -1) : links).map(({ id, href }) => (
          <li key={id}>
            <Link to={href} onClick={close} {...(isPlaceId(id) ? place(id) : {})}>
              {word(id)}
            </Link>
          </li>
        ))}
      </ul>
      {role && (
        <dl>
          <dt>{word('account.menu.signedInAs')}</dt>
          <dd>{signIn.name}</dd>
          <dt>{word('account.menu.signedInTo')}</dt>
          <dd>
            <AccountId account={signIn.account} />
          </dd>
        </dl>
      )}
      {signIn.kind !== 'root' && <RoleHistory active={role} close={close} />}
      <Acts signIn={signIn} role={role} close={close} />
    </div>
  )
}

/** The ways to become somebody else, as buttons or as further links. */
function Acts({ signIn, role, close }: Props) {
  const asLinks = feature('accountMenu.acts') === 'links'
  const variant = asLinks ? 'inline-link' : 'normal'
  const back = role && (
    <Button
      variant={variant}
      {...placeButton('account.menu.switchBack')}
      onClick={() => {
        close()
        whenNothingIsLost(switchBack)
      }}
    >
      {word('account.menu.switchBack')}
    </Button>
  )
  return (
    <div className={asLinks ? 'u-account-acts' : 'u-account-buttons'}>
      {!asLinks && back}
      {signIn.kind !== 'root' && (
        <AppButton
          href={pb.switchRole()}
          variant={variant}
          place="account.menu.switchRole"
        />
      )}
      {asLinks && back}
      <Button
        variant={asLinks ? variant : 'primary'}
        {...placeButton('account.menu.signOut')}
        onClick={() => whenNothingIsLost(signOut)}
      >
        {word('account.menu.signOut')}
      </Button>
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
    <dt>{word('account.menu.activeAs')}</dt>
    <dd>{role.roleName}</dd>
    <dt>{word('account.menu.activeIn')}</dt>
    <dd>
      <AccountId account={role.account} />
    </dd>
  </dl>
)
