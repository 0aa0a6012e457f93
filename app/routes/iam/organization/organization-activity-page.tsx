import SpaceBetween from '@cloudscape-design/components/space-between'
import type { PropsWithChildren } from 'react'
import { useState } from 'react'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { currentCaller, prefetch } from '~/data/client'
import {
  type OrganizationNode,
  organizationTreeQuery,
  useOrganizationTree,
} from '~/data/organization'
import { OrganizationError } from './organization-error'
import { ServiceReport } from './service-report'

export const clientLoader = () => {
  prefetch(organizationTreeQuery(currentCaller()))
  return null
}

const Indented = ({ depth, children }: PropsWithChildren<{ depth: number }>) => (
  <span style={{ paddingInlineStart: `${depth * 1.5}em` }}>{children}</span>
)

const columns: DataColumn<OrganizationNode>[] = [
  {
    id: 'name',
    header: 'Organizational structure',
    isRowHeader: true,
    cell: ({ name, depth }) => <Indented depth={depth}>{name}</Indented>,
  },
  { id: 'type', header: 'Type', cell: ({ type }) => type },
  { id: 'id', header: 'ID', cell: ({ id }) => id },
]

export default function OrganizationActivityPage() {
  const tree = useOrganizationTree()
  const [chosen, setChosen] = useState<string>()
  const node = tree.data?.find(({ path }) => path === chosen) ?? tree.data?.[0]
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Organization activity"
        info={<InfoLink topic="iam.organizationActivity" about="organization activity" />}
        description="Choose the root, an organizational unit or an account to see which services it may use and when it last did."
      />
      <DataTable
        title="Organizational structure"
        place="iam.organizationActivity"
        one="entity"
        many="entities"
        items={tree.data}
        loading={tree.isPending}
        error={
          tree.error && (
            <OrganizationError
              error={tree.error}
              retry={tree.refetch}
              what="the organization"
            />
          )
        }
        onRefresh={tree.refetch}
        columns={columns}
        trackBy={({ path }) => path}
        filtering={({ name, id }, text) =>
          `${name} ${id}`.toLowerCase().includes(text.toLowerCase())
        }
        selection={{
          type: 'single',
          selected: node ? [node] : [],
          onChange: ([next]) => setChosen(next?.path),
          nameOf: ({ name }) => name,
        }}
      />
      {node && (
        <ServiceReport
          key={node.path}
          title={`Services allowed for ${node.name}`}
          description={`What the service control policies from the root down to ${node.name} leave open. Calls that were refused count as well.`}
          path={node.path}
        />
      )}
    </SpaceBetween>
  )
}
