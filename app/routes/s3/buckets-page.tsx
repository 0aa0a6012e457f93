import type { Bucket } from '@aws-sdk/client-s3'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AppButton, AppLink } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import { PageHeader } from '~/components/page-header'
import { EmptyState } from '~/components/table/empty-state'
import {
  type DataColumn,
  DataTable,
  type DataTableProps,
} from '~/components/table/data-table'
import { bucketsQuery, useBuckets } from '~/data/buckets'
import { currentCaller, prefetch } from '~/data/client'
import { PlaceLabel } from '~/components/ui/place-label'
import { placeButton } from '~/lib/places'
import { feature, word } from '~/lib/words'
import { pb } from '~/lib/path-builder'
import { formatDateTimeSeconds } from '~/lib/text'
import { flash } from '~/stores/flash'
import { printRegion } from './regions'
import { S3Denied } from './s3-denied'

export const clientLoader = () => {
  prefetch(bucketsQuery(currentCaller()))
  return null
}

const columns: DataColumn<Bucket>[] = [
  {
    id: 'name',
    header: 'Name',
    sortingField: 'Name',
    isRowHeader: true,
    cell: ({ Name = '' }) => <AppLink href={pb.bucket(Name)}>{Name}</AppLink>,
  },
  {
    id: 'region',
    header: 'AWS Region',
    sortingField: 'BucketRegion',
    cell: ({ BucketRegion }) => printRegion(BucketRegion),
  },
  {
    id: 'created',
    header: 'Creation date',
    sortingField: 'CreationDate',
    cell: ({ CreationDate }) => formatDateTimeSeconds(CreationDate),
  },
]

export default function BucketsPage() {
  if (!feature('s3.buckets.tabs')) {
    return <GeneralPurposeBuckets headingLevel="h1" variant="full-page" />
  }
  return (
    <SpaceBetween size="l">
      <PageHeader title={word('s3.buckets.title')} />
      <Tabs
        ariaLabel="Kinds of buckets"
        tabs={[
          {
            id: 'general',
            label: <PlaceLabel place="s3.buckets.tab.general" />,
            content: <GeneralPurposeBuckets />,
          },
          {
            id: 'directory',
            label: <PlaceLabel place="s3.buckets.tab.directory" />,
            content: (
              <EmptyState
                title="No directory buckets"
                text="Understudy has general purpose buckets only."
              />
            ),
          },
        ]}
      />
    </SpaceBetween>
  )
}

type TableProps = Pick<DataTableProps<Bucket>, 'headingLevel' | 'variant'>

function GeneralPurposeBuckets(table: TableProps) {
  const buckets = useBuckets()
  const navigate = useNavigate()
  const [selected, setSelected] = useState<Bucket[]>([])
  const [{ Name: name = '' } = { Name: '' }] = selected
  const copyArn = async () => {
    await navigator.clipboard.writeText(`arn:aws:s3:::${name}`)
    flash({ id: 'bucket-arn', type: 'info', header: `Copied the ARN of ${name}.` })
  }
  return (
    <DataTable
      {...table}
      place="s3.buckets"
      items={buckets.data?.Buckets}
      loading={buckets.isPending}
      error={
        buckets.error && (
          <S3Denied
            error={buckets.error}
            header="You don't have permissions to list buckets"
            action="s3:ListAllMyBuckets"
            what="buckets"
            retry={buckets.refetch}
          />
        )
      }
      onRefresh={buckets.refetch}
      columns={columns}
      sortBy="name"
      trackBy={({ Name = '' }) => Name}
      title={word('s3.buckets.table')}
      info={<InfoLink topic="s3.buckets" about="buckets" />}
      description="Buckets are containers for data stored in S3."
      one="bucket"
      many="buckets"
      filterPlaceholder="Find buckets by name"
      filtering={({ Name = '' }, text) => Name.toLowerCase().includes(text.toLowerCase())}
      selection={{
        type: 'single',
        selected,
        onChange: setSelected,
        nameOf: ({ Name = '' }) => Name,
      }}
      empty={{
        title: 'No buckets',
        text: "You don't have any buckets.",
        action: <AppButton href={pb.bucketCreate()}>Create bucket</AppButton>,
      }}
      actions={
        <>
          <Button
            disabled={!name}
            onClick={() => void copyArn()}
            {...placeButton('s3.buckets.copyArn')}
          >
            Copy ARN
          </Button>
          <Button
            disabled={!name}
            onClick={() => void navigate(pb.bucketDelete(name))}
            {...placeButton('s3.buckets.delete')}
          >
            Delete
          </Button>
          <AppButton href={pb.bucketCreate()} variant="primary" place="s3.buckets.create" />
        </>
      }
    />
  )
}
