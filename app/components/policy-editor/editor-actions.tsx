import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { ButtonRow } from '~/components/ui/button-row'
import { countedSize } from '~/components/policy-wizard/policy-name'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'

type Props = {
  text: string
  canAdd: boolean
  quota: number | undefined
  /** The statement's panel is open. */
  panel: boolean
  onAdd: () => void
  onFormat: () => void
  onPanel: (open: boolean) => void
}

/** What can be done to the whole text, below it, and how much room there is left. */
export const EditorActions = (props: Props) => {
  const { text, canAdd, quota, panel, onAdd, onFormat, onPanel } = props
  return (
    <div className="u-policy-actions">
      <ButtonRow>
        <Button
          formAction="none"
          iconName="add-plus"
          disabled={!canAdd}
          onClick={onAdd}
          {...placeButton('policyEditor.addStatement')}
        >
          {word('policyEditor.addStatement')}
        </Button>
        <Button
          formAction="none"
          onClick={onFormat}
          {...placeButton('policyEditor.format')}
        >
          {word('policyEditor.format')}
        </Button>
        <Button
          formAction="none"
          variant="link"
          ariaExpanded={panel}
          onClick={() => onPanel(!panel)}
          {...placeButton('policyEditor.panel')}
        >
          {word('policyEditor.panel')}
        </Button>
      </ButtonRow>
      {quota !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          {`${Math.max(0, quota - countedSize(text))} of ${quota} characters remaining`}
        </Box>
      )}
    </div>
  )
}
