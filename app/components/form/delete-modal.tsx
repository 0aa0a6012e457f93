import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useState } from 'react'

import { ButtonRow } from '~/components/ui/button-row'
import { isPlaceId, placeButton, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import type { PlacesOf } from '~/lib/places'
import { FormError } from './form-error'

type Props = {
  header: string
  /** Has to be typed before the button works. */
  confirmText?: string
  /** The label of the field for it. */
  label?: ReactNode
  submitLabel?: string
  /** Something else has to be done first. */
  disabled?: boolean
  onDismiss: () => void
  onDelete: () => void
  busy?: boolean
  error?: Error | null
  /** What its places begin with; they name its words as well. */
  place?: PlacesOf<'submit'> & PlacesOf<'cancel'>
  errorHeader?: string
  children: ReactNode
}

/** Asks before something is gone for good. Render it only while it is asked. */
export function DeleteModal(props: Props) {
  const {
    header,
    confirmText,
    place,
    submitLabel = place ? word(`${place}.submit`) : 'Delete',
    onDismiss,
    onDelete,
    children,
  } = props
  const { label = `To confirm deletion, enter ${confirmText} in the text input field.` } =
    props
  const { busy = false, error, errorHeader } = props
  const confirm = `${place}.confirm`
  const [typed, setTyped] = useState('')
  const agreed = !props.disabled && (confirmText === undefined || typed === confirmText)
  const submit = () => {
    if (agreed && !busy) onDelete()
  }
  // what has begun cannot be called back, and its end is shown here
  const dismiss = () => {
    if (!busy) onDismiss()
  }
  return (
    <Modal
      visible
      header={header}
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
              disabled={!agreed}
              loading={busy}
              onClick={submit}
              {...(place ? placeButton(`${place}.submit`) : {})}
            >
              {submitLabel}
            </Button>
          </ButtonRow>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {confirmText !== undefined && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              submit()
            }}
          >
            <FormField label={label}>
              <Input
                value={typed}
                placeholder={confirmText}
                autoComplete={false}
                {...(isPlaceId(confirm) ? placeInput(confirm) : {})}
                onChange={({ detail }) => setTyped(detail.value)}
              />
            </FormField>
          </form>
        )}
        <FormError error={error} {...(errorHeader ? { header: errorHeader } : {})} />
      </SpaceBetween>
    </Modal>
  )
}
