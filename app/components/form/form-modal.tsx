import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import type { ModalProps } from '@cloudscape-design/components/modal'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { ButtonRow } from '~/components/ui/button-row'
import { placeButton, type PlacesOf } from '~/lib/places'
import { word } from '~/lib/words'
import { FormError } from './form-error'

type Props = {
  header: string
  /** Its place's word, unless something else is given. */
  submitLabel?: string
  /** What the places of its buttons begin with. */
  place?: PlacesOf<'submit'> & PlacesOf<'cancel'>
  size?: ModalProps.Size
  disabled?: boolean
  onDismiss: () => void
  onSubmit: () => void
  busy?: boolean
  error?: Error | null
  errorHeader?: string
  children: ReactNode
}

/** A question with a form in it. Render it only while it is asked. */
export function FormModal(props: Props) {
  const { header, size, disabled = false, onDismiss, onSubmit, place } = props
  const { submitLabel = place && word(`${place}.submit`) } = props
  const { busy = false, error, errorHeader, children } = props
  // what has begun cannot be called back, and its end is shown here
  const dismiss = () => {
    if (!busy) onDismiss()
  }
  return (
    <Modal
      visible
      header={header}
      {...(size ? { size } : {})}
      closeAriaLabel="Close"
      onDismiss={dismiss}
      footer={
        <Box float="right">
          <ButtonRow>
            <Button
              variant="link"
              disabled={busy}
              onClick={dismiss}
              {...(place ? placeButton(`${place}.cancel`) : {})}
            >
              Cancel
            </Button>
            <Button
              variant="primary"
              disabled={disabled}
              loading={busy}
              onClick={onSubmit}
              {...(place ? placeButton(`${place}.submit`) : {})}
            >
              {submitLabel}
            </Button>
          </ButtonRow>
        </Box>
      }
    >
      <SpaceBetween size="l">
        {children}
        <FormError
          error={error ?? null}
          {...(errorHeader ? { header: errorHeader } : {})}
        />
      </SpaceBetween>
    </Modal>
  )
}
