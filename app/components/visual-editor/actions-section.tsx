import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TextFilter from '@cloudscape-design/components/text-filter'
import { useState } from 'react'
import { Place } from '~/components/ui/place'
import type { AccessLevel } from '~/engine/catalog/actions'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { AccessLevelGroup } from './access-level-group'
import { ALL_SERVICES, type Block } from './block'
import type { BlockProps } from './block-form'
import { chosenNames, coversAll, editorLevels, namesOfLevel } from './choose-actions'
import { ManualActions } from './manual-actions'
import { blockTitle } from './service-field'

type Props = BlockProps & { service: ServiceAuthorization | undefined }

/** What may be done, or may not: by access level, one by one, or by pattern. */
export function ActionsSection({ block, number, service, onChange }: Props) {
  const denies = block.effect === 'Deny'
  const setActions = (actions: string[]) => onChange({ ...block, actions })
  const isPlace = number === 1
  return (
    <SpaceBetween size="m">
      <Header
        variant="h3"
        headingTagOverride="h4"
        description={`Specify actions from the service to be ${denies ? 'denied' : 'allowed'}.`}
        actions={
          <Button
            variant="inline-link"
            onClick={() => onChange({ ...block, effect: denies ? 'Allow' : 'Deny' })}
            {...(isPlace ? placeButton('iam.visualEditor.switchEffect') : {})}
          >
            {denies ? 'Switch to allow permissions' : word('iam.visualEditor.switchEffect')}
          </Button>
        }
      >
        {denies ? 'Actions denied' : 'Actions allowed'}
      </Header>
      {block.service === ALL_SERVICES ? (
        <Box>All actions of all services (*)</Box>
      ) : (
        <>
          {service && (
            <ListedActions
              block={block}
              service={service}
              setActions={setActions}
              isPlace={isPlace}
            />
          )}
          <ManualActions
            block={block}
            service={service}
            onChange={setActions}
            isPlace={isPlace}
          />
        </>
      )}
    </SpaceBetween>
  )
}

type ListProps = {
  block: Block
  service: ServiceAuthorization
  setActions: (actions: string[]) => void
  isPlace: boolean
}

function ListedActions({ block, service, setActions, isPlace }: ListProps) {
  const [filter, setFilter] = useState('')
  const [open, setOpen] = useState<ReadonlySet<AccessLevel>>(new Set())
  const chosen = chosenNames(service, block.actions)
  const isAll = coversAll(block.actions)
  const levels = editorLevels.filter((level) => namesOfLevel(service, level).length > 0)
  const toggle = (level: AccessLevel, isOpen: boolean) =>
    setOpen(
      new Set([...levels].filter((each) => (each === level ? isOpen : open.has(each))))
    )
  const search = (
    <TextFilter
      filteringText={filter}
      filteringPlaceholder={word('iam.visualEditor.filterActions')}
      filteringAriaLabel={word('iam.visualEditor.filterActions')}
      onChange={({ detail }) => setFilter(detail.filteringText)}
    />
  )
  const found = levels.filter((level) =>
    namesOfLevel(service, level).some((name) => matches(name, filter))
  )
  return (
    <>
      {isPlace ? <Place id="iam.visualEditor.filterActions">{search}</Place> : search}
      <Checkbox
        checked={isAll}
        indeterminate={!isAll && chosen.size > 0}
        onChange={({ detail }) => setActions(detail.checked ? ['*'] : [])}
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
          entries={block.actions}
          chosen={chosen}
          filter={filter}
          open={filter !== '' || open.has(level)}
          onToggle={(isOpen) => toggle(level, isOpen)}
          onChange={setActions}
        />
      ))}
    </>
  )
}

export const matches = (name: string, filter: string) =>
  name.toLowerCase().includes(filter.trim().toLowerCase())
