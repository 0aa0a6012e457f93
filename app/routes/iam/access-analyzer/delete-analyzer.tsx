import Box from '@cloudscape-design/components/box'
import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import { flash } from '~/stores/flash'

type Props = {
  name: string
  place: 'iam.deleteAnalyzers' | 'iam.deleteAnalyzer'
  onDismiss: () => void
  onDeleted: () => void
}

export function DeleteAnalyzer({ name, place, onDismiss, onDeleted }: Props) {
  const remove = useApiMutation<void>(
    ({ accessAnalyzer }) => accessAnalyzer.deleteAnalyzer({ analyzerName: name }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Analyzer ${name} deleted.` })
        onDeleted()
      },
    }
  )
  return (
    <DeleteModal
      header={`Delete ${name}?`}
      confirmText="delete"
      place={place}
      onDismiss={onDismiss}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader={`Failed to delete ${name}.`}
    >
      <Box>
        Delete <b>{name}</b> permanently? Its findings and archive rules are gone with it.
      </Box>
    </DeleteModal>
  )
}
