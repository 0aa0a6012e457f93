import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { currentCaller, prefetch } from '~/data/client'
import {
  isNotEnabled,
  type RootFeature,
  rootFeaturesQuery,
  useRootFeatures,
} from '~/data/root-access'
import { OrganizationError } from '../organization/organization-error'
import { Capabilities } from './capabilities-panel'
import { EnablePanel } from './enable-panel'
import { MemberAccounts } from './member-accounts'

export const clientLoader = () => {
  prefetch(rootFeaturesQuery(currentCaller()))
  return null
}

export default function RootAccessPage() {
  const { data, error, refetch, isPending } = useRootFeatures()
  const enabled: RootFeature[] = data?.EnabledFeatures ?? []
  const isOff = isNotEnabled(error) || (data !== undefined && enabled.length === 0)
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Root access management"
        info={<InfoLink topic="iam.rootAccess" about="root access management" />}
        description="Manage the root users of the organization's member accounts from here, so that they need no credentials of their own."
      />
      {isPending && <Spinner size="large" />}
      {error && !isOff && (
        <OrganizationError error={error} retry={refetch} what="root access management" />
      )}
      {isOff && <EnablePanel />}
      {enabled.length > 0 && <Capabilities enabled={enabled} />}
      {enabled.length > 0 && <MemberAccounts enabled={enabled} />}
    </SpaceBetween>
  )
}
