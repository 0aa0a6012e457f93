import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Loading } from '~/components/loading'
import { ButtonRow } from '~/components/ui/button-row'
import { useService } from '~/components/policies/use-service'
import { formatCount } from '~/lib/text'
import { ActionsSection } from './actions-section'
import { ALL_SERVICES, type Block, blockProblem, freshBlock } from './block'
import { chosenNames, coversAll } from './choose-actions'
import { ConditionsSection } from './conditions-section'
import { ResourcesSection } from './resources-section'
import { blockTitle, ServiceField } from './service-field'

export type BlockProps = {
  block: Block
  number: number
  showProblems: boolean
  onChange: (block: Block) => void
  onDuplicate: () => void
  onRemove: () => void
  /** This block changes, and another comes behind it. */
  onSplit: (block: Block, other: Block) => void
}

function countText(block: Block, count: number) {
  if (block.service === undefined)
    return 'Specify what actions can be performed on specific resources in a service.'
  if (block.service === ALL_SERVICES || coversAll(block.actions))
    return `${block.effect} all actions`
  return `${block.effect} ${formatCount(count, 'action', 'actions')}`
}

/** One service: what may or may not be done in it, on what, and when. */
export function BlockForm(props: BlockProps) {
  const { block, number, showProblems, onChange, onDuplicate, onRemove } = props
  const { service: prefix } = block
  const { status, service, retry } = useService(
    prefix === ALL_SERVICES ? undefined : prefix
  )
  const title = prefix === undefined ? 'Select a service' : blockTitle(prefix)
  const count = service ? chosenNames(service, block.actions).size : block.actions.length
  const problem = showProblems ? blockProblem(block) : undefined
  // a block of another service begins anew, but for what is asked of the request
  const choose = (chosen: string) =>
    onChange({
      ...freshBlock(block.id),
      effect: block.effect,
      conditions: block.conditions,
      ...(block.sid === undefined ? {} : { sid: block.sid }),
      service: chosen,
    })
  return (
    <ExpandableSection
      variant="container"
      defaultExpanded
      headerText={title}
      headerDescription={countText(block, count)}
      headingTagOverride="h3"
      headerActions={
        <ButtonRow>
          <Button
            iconName="copy"
            variant="icon"
            ariaLabel={`Duplicate permissions ${number}: ${title}`}
            onClick={onDuplicate}
          />
          <Button
            iconName="remove"
            variant="icon"
            ariaLabel={`Remove permissions ${number}: ${title}`}
            onClick={onRemove}
          />
        </ButtonRow>
      }
    >
      <fieldset className="u-choice">
        <legend className="u-hidden">{`Permissions ${number}: ${title}`}</legend>
        <SpaceBetween size="l">
          {prefix !== ALL_SERVICES && (
            <ServiceField
              service={prefix}
              onChange={choose}
              error={prefix === undefined ? problem : undefined}
              isPlace={number === 1}
            />
          )}
          {status === 'loading' && <Loading what="the actions" />}
          {status === 'failed' && (
            <Alert type="error" action={<Button onClick={retry}>Retry</Button>}>
              The actions of {title} could not be loaded.
            </Alert>
          )}
          {status === 'ready' && prefix !== undefined && (
            <SpaceBetween size="l">
              {!service && prefix !== ALL_SERVICES && (
                <Box color="text-status-warning">
                  The service {prefix} is not recognized. Its actions can be typed in.
                </Box>
              )}
              <ActionsSection {...props} service={service} />
              <ResourcesSection {...props} service={service} />
              <ConditionsSection {...props} />
              {problem && <Alert type="error">{problem}</Alert>}
            </SpaceBetween>
          )}
        </SpaceBetween>
      </fieldset>
    </ExpandableSection>
  )
}
