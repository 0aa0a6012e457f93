import Grid from '@cloudscape-design/components/grid'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { accountAliasesQuery, accountSummaryQuery } from '~/data/account'
import { currentCaller, prefetch } from '~/data/client'
import { AccountCard } from './account-card'
import { AdditionalInformation, QuickLinks, Tools } from './link-cards'
import { Recommendations } from './recommendations'
import { Resources } from './resources'

export const clientLoader = () => {
  prefetch(accountSummaryQuery(currentCaller()))
  prefetch(accountAliasesQuery(currentCaller()))
  return null
}

const wide = { default: 12, xs: 8 }
const narrow = { default: 12, xs: 4 }

/** Each card asks for itself and is refused by itself. */
export default function DashboardPage() {
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="IAM Dashboard"
        info={<InfoLink topic="iam.dashboard" about="the IAM dashboard" />}
      />
      <Grid gridDefinition={[{ colspan: wide }, { colspan: narrow }]}>
        <SpaceBetween size="l">
          <Recommendations />
          <Resources />
        </SpaceBetween>
        <SpaceBetween size="l">
          <AccountCard />
          <QuickLinks />
          <Tools />
          <AdditionalInformation />
        </SpaceBetween>
      </Grid>
    </SpaceBetween>
  )
}
