import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useLocation } from 'react-router'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { PlaceLabel } from '~/components/ui/place-label'
import { useBucketName, useSection } from '~/lib/params'
import { BucketPermissions } from './bucket-permissions'
import { ObjectsTab } from './objects-tab'

const sections = ['objects', 'permissions'] as const

const labels = {
  objects: 's3.bucket.tab.objects',
  permissions: 's3.bucket.tab.permissions',
} as const

export default function BucketPage() {
  const bucket = useBucketName()
  const { search } = useLocation()
  const [section, setSection] = useSection(sections, 'tab')
  const contents = {
    objects: <ObjectsTab key={search} bucket={bucket} />,
    permissions: <BucketPermissions bucket={bucket} />,
  }
  return (
    <SpaceBetween size="l">
      <PageHeader title={bucket} info={<InfoLink topic="s3.buckets" about="buckets" />} />
      <Tabs
        ariaLabel="Bucket details"
        activeTabId={section}
        onChange={({ detail }) => {
          const next = sections.find((known) => known === detail.activeTabId)
          if (next) setSection(next)
        }}
        tabs={sections.map((id) => ({
          id,
          label: <PlaceLabel place={labels[id]} />,
          content: section === id && contents[id],
        }))}
      />
    </SpaceBetween>
  )
}
