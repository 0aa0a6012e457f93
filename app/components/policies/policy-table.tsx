import type { Policy } from '@aws-sdk/client-iam'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { QueryError } from '~/components/query-error'
import {
  type DataColumn,
  DataTable,
  type DataTableProps,
  type DataTableSelection,
} from '~/components/table/data-table'
import { policyDescription, policyType, usePolicies } from '~/data/policies'
import { isPlaceId, type PlacesOf } from '~/lib/places'
import { TypeFilter } from './type-filter'
import { PolicyNameCell } from './policy-name-cell'

const typeOptions = [
  'All types',
  'Customer managed',
  'AWS managed',
  'AWS managed - job function',
].map((label) => ({ label, value: label }))

export const nameColumn: DataColumn<Policy> = {
  id: 'name',
  header: 'Policy name',
  sortingField: 'PolicyName',
  minWidth: 320,
  cell: ({ PolicyName = '', Arn = '' }) => <PolicyNameCell name={PolicyName} arn={Arn} />,
  isRowHeader: true,
}

export const typeColumn: DataColumn<Policy> = {
  id: 'type',
  header: 'Type',
  minWidth: 200,
  sortingComparator: (a, b) =>
    policyType(a.Arn ?? '').localeCompare(policyType(b.Arn ?? '')),
  cell: ({ Arn = '' }) => policyType(Arn),
}

export const descriptionColumn: DataColumn<Policy> = {
  id: 'description',
  header: 'Description',
  cell: (policy) => policyDescription(policy) || '-',
}

const columns = [nameColumn, typeColumn, descriptionColumn]

type Props = {
  title: string
  description?: ReactNode
  selection: Pick<DataTableSelection<Policy>, 'type' | 'selected' | 'onChange'>
  /** Policies that cannot be chosen here, by ARN. */
  without?: readonly string[]
  columns?: readonly DataColumn<Policy>[]
  /** Also those that only AWS can attach. */
  all?: boolean
  place?: PlacesOf<'search'>
} & Pick<DataTableProps<Policy>, 'variant' | 'headingLevel' | 'info' | 'actions' | 'sortBy'>

/** Managed policies to choose from, searched by name and filtered by type. */
export function PolicyTable({
  title,
  description,
  selection,
  without = [],
  all = false,
  ...rest
}: Props) {
  const policies = usePolicies()
  const [type, setType] = useState(typeOptions[0])
  const filter: string = `${rest.place}.filter`
  const shown = useMemo(
    () =>
      policies.data?.filter(
        ({ Arn = '', IsAttachable }) =>
          (all || IsAttachable) &&
          !without.includes(Arn) &&
          (type === typeOptions[0] || policyType(Arn) === type?.value)
      ),
    [policies.data, type, without, all]
  )
  return (
    <DataTable
      items={shown}
      loading={policies.isPending}
      error={
        policies.error && (
          <QueryError error={policies.error} retry={policies.refetch} what="policies" />
        )
      }
      onRefresh={policies.refetch}
      sortBy="name"
      {...rest}
      columns={rest.columns ?? columns}
      trackBy={({ Arn = '' }) => Arn}
      title={title}
      description={description}
      one="policy"
      many="policies"
      filterPlaceholder="Search"
      filtering={({ PolicyName = '' }, text) =>
        PolicyName.toLowerCase().includes(text.toLowerCase())
      }
      filters={
        <TypeFilter
          {...(isPlaceId(filter) ? { place: filter } : {})}
          selectedOption={type ?? null}
          options={typeOptions}
          onChange={({ detail }) =>
            setType(typeOptions.find(({ value }) => value === detail.selectedOption.value))
          }
        />
      }
      selection={{ ...selection, nameOf: ({ PolicyName = '' }) => PolicyName }}
    />
  )
}
