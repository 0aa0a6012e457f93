import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'

import { closeConfirmation, useConfirmStore } from '~/stores/confirm'

/** Draws whatever question is being asked. */
export function ConfirmModal() {
  const asked = useConfirmStore((state) => state.asked)
  if (!asked) return null
  const agree = () => {
    closeConfirmation()
    void asked.run()
  }
  return (
    <Modal
      visible
      header={asked.header}
      closeAriaLabel="Close"
      onDismiss={closeConfirmation}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={closeConfirmation}>
              Cancel
            </Button>
            <Button variant="primary" onClick={agree}>
              {asked.confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {asked.content}
    </Modal>
  )
}
