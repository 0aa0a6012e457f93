/** The roles page with nothing behind it: the same parts of Cloudscape, rows made up. */
import '@cloudscape-design/global-styles/index.css'
import { useCollection } from '@cloudscape-design/collection-hooks'
import AppLayout from '@cloudscape-design/components/app-layout'
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import Button from '@cloudscape-design/components/button'
import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import Flashbar from '@cloudscape-design/components/flashbar'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import Pagination from '@cloudscape-design/components/pagination'
import SideNavigation from '@cloudscape-design/components/side-navigation'
import Table from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import TopNavigation from '@cloudscape-design/components/top-navigation'
import { createRoot } from 'react-dom/client'

type Row = { name: string }

const rows: Row[] = Array.from({ length: 320 }, (_, index) => ({
  name: `role-${index + 1}`,
}))

const columns = ['Role name', 'Trusted entities', 'Last activity'].map((header, index) => ({
  id: header,
  header,
  cell: ({ name }: Row) => (index === 0 ? <Link href={`#${name}`}>{name}</Link> : name),
}))

const navigation = Array.from({ length: 18 }, (_, index) => ({
  type: 'link' as const,
  text: `Page ${index + 1}`,
  href: `#page-${index + 1}`,
}))

function Page() {
  const { items, collectionProps, filterProps, paginationProps } = useCollection(rows, {
    filtering: {},
    pagination: { pageSize: 20 },
    sorting: {},
  })
  return (
    <>
      <TopNavigation identity={{ href: '#', title: 'Bare' }} utilities={[]} />
      <AppLayout
        contentType="table"
        navigation={<SideNavigation items={navigation} />}
        breadcrumbs={<BreadcrumbGroup items={[{ text: 'Roles', href: '#' }]} />}
        notifications={<Flashbar items={[]} />}
        content={
          <Table
            {...collectionProps}
            variant="full-page"
            selectionType="multi"
            stickyHeader
            resizableColumns
            items={items}
            columnDefinitions={columns}
            header={
              <Header variant="awsui-h1-sticky" actions={<Button>Create role</Button>}>
                Roles
              </Header>
            }
            filter={<TextFilter {...filterProps} />}
            pagination={<Pagination {...paginationProps} />}
            preferences={<CollectionPreferences title="Preferences" />}
          />
        }
      />
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
