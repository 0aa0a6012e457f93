import Select from '@cloudscape-design/components/select'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { FindingStatus } from '@aws-sdk/client-accessanalyzer'
import { Place } from '~/components/ui/place'
import type { PlaceId } from '~/lib/places'
import { statusNames } from './finding-text'

export type StatusChoice = FindingStatus | 'ALL'

const options: { value: StatusChoice; label: string }[] = [
  { value: 'ACTIVE', label: 'Active' },
  { value: 'ARCHIVED', label: 'Archived' },
  { value: 'RESOLVED', label: 'Resolved' },
  { value: 'ALL', label: 'All' },
]

export const isShown = (choice: StatusChoice, status: FindingStatus | undefined) =>
  choice === 'ALL' || choice === status

type Props = {
  place: PlaceId
  value: StatusChoice
  onChange: (value: StatusChoice) => void
}

export const StatusFilter = ({ place, value, onChange }: Props) => (
  <Place id={place}>
    <Select
      ariaLabel="Filter by Status"
      inlineLabelText="Filter by Status"
      options={options}
      selectedOption={options.find((option) => option.value === value) ?? null}
      onChange={({ detail }) => {
        const chosen = options.find(
          (option) => option.value === detail.selectedOption.value
        )
        if (chosen) onChange(chosen.value)
      }}
    />
  </Place>
)

const indicators = {
  ACTIVE: 'warning',
  ARCHIVED: 'stopped',
  RESOLVED: 'success',
} as const

export const FindingStatusText = ({ status }: { status: FindingStatus | undefined }) =>
  status ? (
    <StatusIndicator type={indicators[status]}>{statusNames[status]}</StatusIndicator>
  ) : (
    '-'
  )
