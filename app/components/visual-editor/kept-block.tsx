import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { JsonView } from '~/components/policy-editor/json-view'
import { printJson } from '~/engine/policy/print'
import type { Kept } from './block'

type Props = { part: Kept; number: number; onRemove: () => void }

/** A statement that the visual editor leaves as it is. */
export const KeptBlock = ({ part, number, onRemove }: Props) => (
  <ExpandableSection
    variant="container"
    defaultExpanded
    headerText={`Statement ${number}`}
    headerDescription="Only in the JSON editor"
    headerActions={
      <Button ariaLabel={`Remove statement ${number}`} onClick={onRemove}>
        Remove
      </Button>
    }
  >
    <SpaceBetween size="m">
      <Alert type="warning" header="The visual editor does not support this statement">
        {part.reason} The statement stays in the policy as it is. To change it, choose JSON.
      </Alert>
      <JsonView text={printJson(part.statement)} ariaLabel={`Statement ${number}`} />
    </SpaceBetween>
  </ExpandableSection>
)
