import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import { useState } from 'react'

/** What a link asked for and this form could not take, so that nothing is lost silently. */
export function LinkNotes({ notes }: { notes: readonly string[] }) {
  const [dismissed, setDismissed] = useState(false)
  if (notes.length === 0 || dismissed) return null
  return (
    <Box margin={{ bottom: 'l' }}>
      <Alert
        type="warning"
        header="Not everything in the link could be filled in"
        dismissible
        dismissAriaLabel="Dismiss"
        onDismiss={() => setDismissed(true)}
      >
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Alert>
    </Box>
  )
}
