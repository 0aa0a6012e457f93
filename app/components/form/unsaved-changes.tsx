import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { type Location, useBeforeUnload, useBlocker } from 'react-router'
import { queryClient } from '~/data/client'
import { holdUnsaved, leaveQuestion } from '~/data/unsaved'

/** A form leaves by itself at the end of its write, often before React has drawn that write. */
const isSaving = () => queryClient.isMutating() > 0

/** A form that a link fills in is another one when the link is. */
const pageOf = ({ pathname, search }: Location) => `${pathname}${search}`

/** Asks before a page with unsaved work is left, also by closing the tab. */
export function UnsavedChanges({ when }: { when: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && !isSaving() && pageOf(currentLocation) !== pageOf(nextLocation)
  )
  useEffect(() => (when ? holdUnsaved() : undefined), [when])
  useBeforeUnload((event) => {
    if (when) event.preventDefault()
  })
  if (blocker.state !== 'blocked') return null
  const stay = () => blocker.reset()
  return (
    <Modal
      visible
      header={leaveQuestion.header}
      closeAriaLabel="Close"
      onDismiss={stay}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={stay}>
              Cancel
            </Button>
            <Button variant="primary" onClick={() => blocker.proceed()}>
              {leaveQuestion.confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {leaveQuestion.content}
    </Modal>
  )
}
