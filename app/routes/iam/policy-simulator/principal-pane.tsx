import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import TextFilter from '@cloudscape-design/components/text-filter'
import { useState } from 'react'
import { QueryError } from '~/components/query-error'
import { Place } from '~/components/ui/place'
import { useGroups } from '~/data/groups'
import { useRoles } from '~/data/roles'
import type { Principal, PrincipalKind } from '~/data/simulator'
import { useUsers } from '~/data/users'
import { formatCount } from '~/lib/text'
import { word } from '~/lib/words'

const options: { value: PrincipalKind; label: string; many: string }[] = [
  { value: 'user', label: 'Users', many: 'users' },
  { value: 'group', label: 'Groups', many: 'groups' },
  { value: 'role', label: 'Roles', many: 'roles' },
]

const PAGE = 20

/** The names of one kind; the others are not asked for. */
function useNames(kind: PrincipalKind) {
  const users = useUsers(kind === 'user')
  const groups = useGroups(kind === 'group')
  const roles = useRoles(kind === 'role')
  const { isPending, error, refetch } = { user: users, group: groups, role: roles }[kind]
  const names = {
    user: (users.data ?? []).map(({ UserName = '' }) => UserName),
    group: (groups.data ?? []).map(({ GroupName = '' }) => GroupName),
    role: (roles.data ?? []).map(({ RoleName = '' }) => RoleName),
  }[kind]
  return { isPending, error, refetch, names }
}

/** Whose policies are to be simulated. */
export function PrincipalPane({ onChoose }: { onChoose: (principal: Principal) => void }) {
  const [option, setOption] = useState(options[0])
  const [filter, setFilter] = useState('')
  const kind = option?.value ?? 'user'
  return (
    <Container header={<Header variant="h2">Users, Groups, and Roles</Header>}>
      <SpaceBetween size="s">
        <Place id="iam.policySimulator.kind">
          <Select
            ariaLabel={word('iam.policySimulator.kind')}
            options={options}
            selectedOption={option ?? null}
            onChange={({ detail }) =>
              setOption(options.find(({ value }) => value === detail.selectedOption.value))
            }
          />
        </Place>
        <Place id="iam.policySimulator.filter">
          <TextFilter
            filteringText={filter}
            filteringPlaceholder="Filter"
            filteringAriaLabel={word('iam.policySimulator.filter')}
            onChange={({ detail }) => setFilter(detail.filteringText)}
          />
        </Place>
        <Names
          key={`${kind} ${filter}`}
          kind={kind}
          many={option?.many ?? ''}
          filter={filter}
          onChoose={(name) => onChoose({ kind, name })}
        />
      </SpaceBetween>
    </Container>
  )
}

type NamesProps = {
  kind: PrincipalKind
  many: string
  filter: string
  onChoose: (name: string) => void
}

function Names({ kind, many, filter, onChoose }: NamesProps) {
  const [page, setPage] = useState(1)
  const { isPending, error, refetch, names } = useNames(kind)
  if (error) return <QueryError error={error} retry={refetch} what={many} />
  if (isPending) return <Spinner />
  const found = names.filter((name) => name.toLowerCase().includes(filter.toLowerCase()))
  if (found.length === 0)
    return (
      <Box color="text-body-secondary">
        {names.length === 0 ? `There are no ${many} in this account.` : 'No matches'}
      </Box>
    )
  return (
    <SpaceBetween size="xs">
      <Box color="text-body-secondary">{formatCount(found.length, kind, many)}</Box>
      <ul className="u-items" aria-label={`Choose from ${many}`}>
        {found.slice((page - 1) * PAGE, page * PAGE).map((name) => (
          <li key={name}>
            <Button variant="inline-link" onClick={() => onChoose(name)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > PAGE && (
        <Pagination
          currentPageIndex={page}
          pagesCount={Math.ceil(found.length / PAGE)}
          ariaLabels={{
            nextPageLabel: 'Next page',
            previousPageLabel: 'Previous page',
            pageLabel: (number) => `Page ${number}`,
          }}
          onChange={({ detail }) => setPage(detail.currentPageIndex)}
        />
      )}
    </SpaceBetween>
  )
}
