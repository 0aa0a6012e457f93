import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import {
  type ActionBox,
  type ActionGroup,
  actionGroups,
  allActions,
  stateOf,
} from './action-groups'
import type { PartProps } from './part-props'

/** Services with no more actions than this show them all at once. */
const FEW = 30

type Props = PartProps & { service: ServiceAuthorization }

export function ActionBoxes({ service, statement, onChange }: Props) {
  const [filter, setFilter] = useState('')
  const { actions } = statement
  const groups = actionGroups(service, actions, filter)
  const all = stateOf(`${service.prefix}:*`, actions)
  const toggle = ({ action, state }: ActionBox) =>
    onChange([{ type: state === 'off' ? 'add-action' : 'remove-action', action }])
  return (
    <FormField stretch>
      <Input
        type="search"
        ariaLabel="Filter actions"
        placeholder="Filter actions"
        value={filter}
        onChange={({ detail }) => setFilter(detail.value)}
        // there may be a form around, which is not sent from here
        onKeyDown={(event) => {
          if (event.detail.key === 'Enter') event.preventDefault()
        }}
      />
      <div className="u-statement-actions">
        <Checkbox
          checked={all !== 'off'}
          disabled={actions.includes('*')}
          onChange={({ detail }) =>
            onChange(allActions(service.prefix, actions, detail.checked))
          }
        >
          {`All actions (${service.prefix}:*)`}
        </Checkbox>
        {groups.map((group) => (
          <Group
            key={group.label}
            group={group}
            isOpen={service.actions.size <= FEW || filter.trim() !== ''}
            onToggle={toggle}
          />
        ))}
        {groups.length === 0 && (
          <Box color="text-body-secondary">No actions match the filter.</Box>
        )}
      </div>
    </FormField>
  )
}

type GroupProps = {
  group: ActionGroup
  isOpen: boolean
  onToggle: (box: ActionBox) => void
}

/** Boxes of a closed group are not drawn: a large service has hundreds. */
function Group({ group, isOpen, onToggle }: GroupProps) {
  const [chosen, setChosen] = useState<boolean>()
  const expanded = chosen ?? isOpen
  return (
    <ExpandableSection
      headerText={group.label}
      headerCounter={`(${group.boxes.length})`}
      expanded={expanded}
      onChange={({ detail }) => setChosen(detail.expanded)}
    >
      {expanded &&
        group.boxes.map((box) => (
          <Checkbox
            key={box.action}
            checked={box.state !== 'off'}
            disabled={box.state === 'covered'}
            onChange={() => onToggle(box)}
          >
            {box.name}
          </Checkbox>
        ))}
    </ExpandableSection>
  )
}
