import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import type { ModalProps } from '@cloudscape-design/components/modal'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { ButtonRow } from '~/components/ui/button-row'
import { FormError } from './form-error'

type Props = {
  header: string
  submitLabel: string
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
  const { header, submitLabel, size, disabled = false, onDismiss, onSubmit } = props
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
            <Button variant="link" disabled={busy} onClick={dismiss}>
              Cancel
            </Button>
            <Button variant="primary" disabled={disabled} loading={busy} onClick={onSubmit}>
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
