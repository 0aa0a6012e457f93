import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { AccessLevel } from '~/engine/catalog/actions'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import { AccessLevelGroup } from './access-level-group'
import {
  chosenNames,
  coversAll,
  editorLevels,
  isNamed,
  namesOfLevel,
} from './choose-actions'
import { blockTitle } from './service-field'

type Props = {
  entries: string[]
  service: ServiceAuthorization
  filter: string
  onChange: (entries: string[]) => void
}

/** All actions of a service, by what they let somebody do. */
export function AccessLevels({ entries, service, filter, onChange }: Props) {
  const [open, setOpen] = useState<ReadonlySet<AccessLevel>>(new Set())
  const chosen = chosenNames(service, entries)
  const isAll = coversAll(entries)
  const levels = editorLevels.filter((level) => namesOfLevel(service, level).length > 0)
  const found = levels.filter((level) =>
    namesOfLevel(service, level).some((name) => isNamed(name, filter))
  )
  const toggle = (level: AccessLevel, isOpen: boolean) =>
    setOpen(new Set(levels.filter((each) => (each === level ? isOpen : open.has(each)))))
  return (
    <SpaceBetween size="s">
      <Checkbox
        checked={isAll}
        indeterminate={!isAll && chosen.size > 0}
        onChange={({ detail }) => onChange(detail.checked ? ['*'] : [])}
      >
        All {blockTitle(service.prefix)} actions ({service.prefix}:*)
      </Checkbox>
      <Header
        variant="h3"
        headingTagOverride="h5"
        actions={
          <SpaceBetween direction="horizontal" size="s">
            <Button variant="inline-link" onClick={() => setOpen(new Set(levels))}>
              Expand all
            </Button>
            <Button variant="inline-link" onClick={() => setOpen(new Set())}>
              Collapse all
            </Button>
          </SpaceBetween>
        }
      >
        Access level
      </Header>
      {found.length === 0 && (
        <Box color="text-body-secondary">No action matches the filter.</Box>
      )}
      {found.map((level) => (
        <AccessLevelGroup
          key={level}
          level={level}
          service={service}
          entries={entries}
          chosen={chosen}
          filter={filter}
          open={filter !== '' || open.has(level)}
          onToggle={(isOpen) => toggle(level, isOpen)}
          onChange={onChange}
        />
      ))}
    </SpaceBetween>
  )
}
