import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TextFilter from '@cloudscape-design/components/text-filter'
import { useState } from 'react'
import { Place } from '~/components/ui/place'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { AccessLevels } from './access-levels'
import { ALL_SERVICES, type Block } from './block'
import type { BlockProps } from './block-form'
import { ManualActions } from './manual-actions'

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
        <ListedActions
          block={block}
          service={service}
          setActions={setActions}
          isPlace={isPlace}
        />
      )}
    </SpaceBetween>
  )
}

type ListProps = {
  block: Block
  service: ServiceAuthorization | undefined
  setActions: (actions: string[]) => void
  isPlace: boolean
}

function ListedActions({ block, service, setActions, isPlace }: ListProps) {
  const [filter, setFilter] = useState('')
  const search = (
    <TextFilter
      filteringText={filter}
      filteringPlaceholder={word('iam.visualEditor.filterActions')}
      filteringAriaLabel={word('iam.visualEditor.filterActions')}
      onChange={({ detail }) => setFilter(detail.filteringText)}
    />
  )
  const placed = isPlace ? (
    <Place id="iam.visualEditor.filterActions">{search}</Place>
  ) : (
    search
  )
  return (
    <SpaceBetween size="m">
      {service && placed}
      <ManualActions
        block={block}
        service={service}
        onChange={setActions}
        isPlace={isPlace}
      />
      {service && (
        <AccessLevels
          entries={block.actions}
          service={service}
          filter={filter}
          onChange={setActions}
        />
      )}
    </SpaceBetween>
  )
}
