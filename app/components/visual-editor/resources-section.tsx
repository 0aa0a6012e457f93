import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { PlaceLabel } from '~/components/ui/place-label'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import { formatCount } from '~/lib/text'
import { word } from '~/lib/words'
import { type Block, freshBlock } from './block'
import type { BlockProps } from './block-form'
import { resourcesOf } from './block-resources'
import { withoutActions } from './choose-actions'
import { OtherResources } from './other-resources'
import { ResourceType } from './resource-type'

type Props = BlockProps & { service: ServiceAuthorization | undefined }

/** On what the actions may be done: on all there is, or on what is named. */
export function ResourcesSection({ block, number, service, onChange, onSplit }: Props) {
  const isPlace = number === 1
  const label = (place: 'allResources' | 'specificResources') =>
    isPlace ? (
      <PlaceLabel place={`iam.visualEditor.${place}`} />
    ) : (
      word(`iam.visualEditor.${place}`)
    )
  return (
    <SpaceBetween size="m">
      <Header
        variant="h3"
        headingTagOverride="h4"
        description="Specify resource ARNs for these actions."
      >
        Resources
      </Header>
      <RadioGroup
        ariaLabel="Resources"
        value={block.scope}
        onChange={({ detail }) =>
          onChange({ ...block, scope: detail.value === 'all' ? 'all' : 'specific' })
        }
        items={[
          { value: 'all', label: label('allResources') },
          { value: 'specific', label: label('specificResources') },
        ]}
      />
      {block.scope === 'specific' && service && (
        <Typed
          block={block}
          service={service}
          onChange={onChange}
          onSplit={(names) =>
            onSplit(
              { ...block, actions: withoutActions(service, block.actions, names) },
              {
                ...freshBlock(0),
                effect: block.effect,
                service: block.service,
                actions: names,
                scope: 'all',
                conditions: block.conditions,
              }
            )
          }
        />
      )}
      {block.scope === 'specific' && !service && (
        <OtherResources items={block.resources} block={block} onChange={onChange} />
      )}
      {block.scope === 'all' && block.effect === 'Allow' && (
        <Alert type="warning">
          The wildcard * stands for every resource. Naming the ones that are needed keeps
          the permissions small.
        </Alert>
      )}
    </SpaceBetween>
  )
}

type ListProps = { block: Block; onChange: (block: Block) => void }

type TypedProps = ListProps & {
  service: ServiceAuthorization
  onSplit: (names: string[]) => void
}

function Typed({ block, service, onChange, onSplit }: TypedProps) {
  const { rows, others, unscoped } = resourcesOf(service, block)
  const total = rows.length + unscoped.length
  return (
    <SpaceBetween size="m">
      {rows.map((row) => (
        <ResourceType
          key={row.type.name}
          row={row}
          resources={block.resources}
          onChange={(resources) => onChange({ ...block, resources })}
        />
      ))}
      {unscoped.length > 0 && (
        <Alert
          type="warning"
          action={
            total > unscoped.length && (
              <Button onClick={() => onSplit(unscoped)}>Move to all resources</Button>
            )
          }
        >
          {formatCount(unscoped.length, 'action', 'actions')} can only be used with all
          resources, and {unscoped.length === 1 ? 'has' : 'have'} no effect here:{' '}
          {unscoped.slice(0, 5).join(', ')}
          {unscoped.length > 5 ? ` and ${unscoped.length - 5} more` : ''}.
        </Alert>
      )}
      {(others.length > 0 || total === 0) && (
        <OtherResources items={others} block={block} onChange={onChange} />
      )}
      {others.length > 0 && rows.length > 0 && (
        <Alert type="warning">
          The other resources do not fit any of the chosen actions.
        </Alert>
      )}
    </SpaceBetween>
  )
}
