import type { Policy } from '@aws-sdk/client-iam'
import Alert from '@cloudscape-design/components/alert'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { PolicyTable } from '~/components/policies/policy-table'
import { useApiMutation } from '~/data/client'
import { decodeDocument } from '~/data/documents'
import { word } from '~/lib/words'
import { addStatements } from './add-statements'

type Props = { text: string; onImport: (text: string) => void; onDone: () => void }

/** Adds what a managed policy of the account or of AWS says to the policy that is written. */
export function ImportPolicy({ text, onImport, onDone }: Props) {
  const [policy, setPolicy] = useState<Policy>()
  const [problem, setProblem] = useState<string>()
  const read = useApiMutation<string, string>(
    async ({ iam }, PolicyArn) => {
      const { Policy: found } = await iam.getPolicy({ PolicyArn })
      const VersionId = found?.DefaultVersionId
      const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn, VersionId })
      return decodeDocument(PolicyVersion?.Document)
    },
    {
      onSuccess: (imported) => {
        const added = addStatements(text, imported)
        if (!added.ok) return setProblem(added.reason)
        onImport(added.text)
        onDone()
      },
    }
  )
  const arn = policy?.Arn
  return (
    <FormModal
      header={word('iam.policyEditor.import')}
      place="iam.importPolicy"
      size="max"
      disabled={!arn}
      onDismiss={onDone}
      onSubmit={() => {
        if (arn) read.mutate(arn)
      }}
      busy={read.isPending}
      error={read.error}
      errorHeader="Failed to import the policy."
    >
      <PolicyTable
        place="iam.importPolicy"
        title="Policies"
        description="The statements of the policy you choose are added to the one you write."
        all
        variant="embedded"
        selection={{
          type: 'single',
          selected: policy ? [policy] : [],
          onChange: ([chosen]) => setPolicy(chosen),
        }}
      />
      {problem && <Alert type="error">{problem}</Alert>}
    </FormModal>
  )
}
