import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { FormModal } from '~/components/form/form-modal'
import { signInUrl } from '~/data/account'
import { useApiMutation } from '~/data/client'
import { flash } from '~/stores/flash'
import { aliasProblem } from './alias-problem'

type EditProps = { account: string; alias: string | undefined; onDone: () => void }

export function EditAlias({ account, alias, onDone }: EditProps) {
  const [typed, setTyped] = useState(alias ?? '')
  const [tried, setTried] = useState(false)
  const problem = aliasProblem(typed)
  const save = useApiMutation<void>(
    ({ iam }) => iam.createAccountAlias({ AccountAlias: typed }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Alias ${typed} created for this account.` })
        onDone()
      },
    }
  )
  const submit = () => {
    setTried(true)
    if (!problem) save.mutate()
  }
  return (
    <FormModal
      header={`${alias ? 'Edit' : 'Create'} alias for AWS account ${account}`}
      submitLabel={alias ? 'Save changes' : 'Create alias'}
      onDismiss={onDone}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error}
      errorHeader="Failed to save the account alias."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FormField
          label="Preferred alias"
          constraintText="Use lowercase letters, digits and hyphens: 3 to 63 characters, with no hyphen at either end and no two in a row."
          errorText={tried ? problem : undefined}
        >
          <Input
            value={typed}
            autoComplete={false}
            onChange={({ detail }) => setTyped(detail.value)}
          />
        </FormField>
      </form>
      <FormField label="New sign-in URL">{signInUrl(typed || account)}</FormField>
    </FormModal>
  )
}

type DeleteProps = { alias: string; onDone: () => void }

export function DeleteAlias({ alias, onDone }: DeleteProps) {
  const remove = useApiMutation<void>(
    ({ iam }) => iam.deleteAccountAlias({ AccountAlias: alias }),
    {
      onSuccess: () => {
        flash({ type: 'success', header: `Alias ${alias} deleted.` })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header={`Delete alias ${alias}?`}
      onDismiss={onDone}
      onDelete={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      errorHeader="Failed to delete the account alias."
    >
      Users sign in by the account ID again, and anybody may take the alias.
    </DeleteModal>
  )
}
