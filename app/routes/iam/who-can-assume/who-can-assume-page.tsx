import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { InfoLink } from '~/components/info-link'
import { Loading } from '~/components/loading'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { PlaceLabel } from '~/components/ui/place-label'
import { useAssumptions } from '~/data/assumptions'
import { useSection } from '~/lib/params'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { AssumptionTable } from './assumption-table'
import { PicturePanel } from './picture-panel'

const views = ['picture', 'table'] as const

/** Every principal that a role of the account lets in, and every role that one reaches for. */
export default function WhoCanAssumePage() {
  const assumptions = useAssumptions()
  const own = useIdentityStore(activeAccount) ?? ''
  const [view, setView] = useSection(views, 'view')
  const { data } = assumptions
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Who can assume what"
        info={<InfoLink topic="iam.whoCanAssume" about="who can assume what" />}
        description="Not a page of AWS: the engine is asked about each principal and each role that trusts it."
      />
      <QueryError
        error={assumptions.error}
        retry={assumptions.refetch}
        what="who can assume what"
      />
      {assumptions.isPending && <Loading what="who can assume what" />}
      {data && (
        <Tabs
          activeTabId={view}
          onChange={({ detail }) =>
            setView(views.find((each) => each === detail.activeTabId) ?? 'picture')
          }
          tabs={[
            {
              id: 'picture',
              label: <PlaceLabel place="iam.whoCanAssume.tab.picture" />,
              content: <PicturePanel assumptions={data} own={own} />,
            },
            {
              id: 'table',
              label: <PlaceLabel place="iam.whoCanAssume.tab.table" />,
              content: <AssumptionTable assumptions={data} own={own} />,
            },
          ]}
        />
      )}
    </SpaceBetween>
  )
}
