import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { tagValueError } from '~/components/tag-fields'
import { useApiMutation } from '~/data/client'
import { flash } from '~/stores/flash'
import { DescriptionField } from './description-step'

type Props = { name: string; id: string; text: string | undefined; onDone: () => void }

export function EditDescription({ name: UserName, id, text = '', onDone }: Props) {
  const [value, setValue] = useState(text)
  const save = useApiMutation<void>(
    ({ iam }) =>
      value === ''
        ? iam.untagUser({ UserName, TagKeys: [id] })
        : iam.tagUser({ UserName, Tags: [{ Key: id, Value: value }] }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Access key description updated.' })
        onDone()
      },
    }
  )
  const submit = () => {
    if (!tagValueError({ key: '', value })) save.mutate()
  }
  return (
    <FormModal
      header={`Edit description of ${id}`}
      submitLabel="Save changes"
      onDismiss={onDone}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
      errorHeader="Failed to save the description."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DescriptionField value={value} onChange={setValue} isPlace={false} />
      </form>
    </FormModal>
  )
}
