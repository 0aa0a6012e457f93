import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { PolicyEditor } from '~/components/policy-editor/policy-editor'
import { QueryError } from '~/components/query-error'
import { prettyDocument } from '~/data/documents'
import type { HeldText } from '~/data/simulator'

type Props = {
  policy: HeldText
  edited: string | undefined
  onDismiss: () => void
  onApply: (text: string) => void
}

/** A policy's text, to be read and to be changed for the simulation alone. */
export function PolicyModal({ policy, edited, onDismiss, onApply }: Props) {
  const { name, text = '', error } = policy
  const pretty = prettyDocument(text)
  const [written, setWritten] = useState(edited ?? pretty)
  return (
    <FormModal
      header={name}
      size="large"
      place="iam.editSimulated"
      disabled={error !== undefined}
      onDismiss={onDismiss}
      onSubmit={() => onApply(written === pretty ? text : written)}
    >
      {error ? (
        <QueryError error={error} what="the policy" />
      ) : (
        <SpaceBetween size="s">
          <Box color="text-body-secondary">
            What you change here is simulated. The policy in the account stays as it is.
          </Box>
          <PolicyEditor
            kind="identity"
            ariaLabel={`Policy ${name}`}
            value={written}
            onChange={setWritten}
          />
        </SpaceBetween>
      )}
    </FormModal>
  )
}
