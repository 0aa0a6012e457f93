import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useState } from 'react'
import { QueryError } from '~/components/query-error'
import { EmptyState } from '~/components/table/empty-state'
import { ButtonRow } from '~/components/ui/button-row'
import { placeButton, type PlaceId } from '~/lib/places'
import { word } from '~/lib/words'
import { CredentialQuestion, type Kind } from './credential-question'

type Answer<T> = {
  data: T[] | undefined
  error: Error | null
  isPending: boolean
  refetch: () => unknown
}

type Props<T> = {
  title: string
  description: string
  /** `SSH public keys`, as the empty table and a failure say it. */
  many: string
  answer: Answer<T>
  columns: TableProps.ColumnDefinition<T>[]
  kind: Kind<T>
  /** What makes another one. */
  place: PlaceId
  /** Written on its button, where its name says more. */
  label?: string
  limit: number
  onNew: () => void
  /** Makes the secret of one anew. */
  onReset?: (item: T) => void
}

export const statusColumn = <T extends { Status?: string | undefined }>() => ({
  id: 'status',
  header: 'Status',
  cell: ({ Status }: T) => (
    <StatusIndicator type={Status === 'Active' ? 'success' : 'stopped'}>
      {Status}
    </StatusIndicator>
  ),
})

/** Credentials of one kind: their states, and what can be done with them. */
export function CredentialTable<T>(props: Props<T>) {
  const { title, description, many, answer, columns, kind, onReset } = props
  const [chosen, setChosen] = useState<string>()
  const [asking, setAsking] = useState<'status' | 'delete'>()
  const { data = [] } = answer
  const item = data.find((each) => kind.idOf(each) === chosen)
  const isActive = item !== undefined && kind.isActive(item)
  const act = (id: string) => {
    if (id === 'reset' && item !== undefined) onReset?.(item)
    if (id === 'status' || id === 'delete') setAsking(id)
  }
  return (
    <>
      <Table
        items={data}
        loading={answer.isPending}
        loadingText={`Loading ${many}`}
        columnDefinitions={columns}
        trackBy={kind.idOf}
        wrapLines
        selectionType="single"
        selectedItems={item === undefined ? [] : [item]}
        onSelectionChange={({ detail }) =>
          setChosen(detail.selectedItems.map(kind.idOf)[0])
        }
        ariaLabels={{
          tableLabel: title,
          selectionGroupLabel: `Selection of ${many}`,
          itemSelectionLabel: (_, each) => `Select ${kind.one} ${kind.idOf(each)}`,
        }}
        header={
          <Header
            variant="h2"
            counter={answer.data && `(${data.length})`}
            description={description}
            actions={
              <ButtonRow>
                <ButtonDropdown
                  disabled={item === undefined}
                  ariaLabel={`Actions for ${title}`}
                  items={[
                    { id: 'status', text: isActive ? 'Deactivate' : 'Activate' },
                    ...(onReset ? [{ id: 'reset', text: 'Reset password' }] : []),
                    { id: 'delete', text: 'Delete' },
                  ]}
                  onItemClick={({ detail }) => act(detail.id)}
                >
                  Actions
                </ButtonDropdown>
                <Button
                  disabled={data.length >= props.limit}
                  disabledReason={`There can be ${props.limit} at most.`}
                  {...(props.label ? { ariaLabel: word(props.place) } : {})}
                  onClick={props.onNew}
                  {...placeButton(props.place)}
                >
                  {props.label ?? word(props.place)}
                </Button>
              </ButtonRow>
            }
          >
            {title}
          </Header>
        }
        empty={
          answer.error ? (
            <QueryError error={answer.error} retry={answer.refetch} what={many} />
          ) : (
            <EmptyState title={`No ${many}`} />
          )
        }
      />
      {asking && item !== undefined && (
        <CredentialQuestion
          asking={asking}
          item={item}
          kind={kind}
          onDone={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
