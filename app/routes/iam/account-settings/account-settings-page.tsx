import SpaceBetween from '@cloudscape-design/components/space-between'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { accountSummaryQuery } from '~/data/account'
import { passwordPolicyQuery } from '~/data/account-settings'
import { currentCaller, prefetch } from '~/data/client'
import { PasswordPolicyCard } from './password-policy'
import { SessionTokens } from './session-tokens'

export const clientLoader = () => {
  const caller = currentCaller()
  prefetch(passwordPolicyQuery(caller))
  prefetch(accountSummaryQuery(caller))
  return null
}

export default function AccountSettingsPage() {
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Account settings"
        info={<InfoLink topic="iam.accountSettings" about="account settings" />}
      />
      <PasswordPolicyCard />
      <SessionTokens />
    </SpaceBetween>
  )
}
