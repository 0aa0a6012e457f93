import { DeleteModal } from '~/components/form/delete-modal'
import { useApiMutation } from '~/data/client'
import type { AwsClient } from '~/engine'
import { flash } from '~/stores/flash'

export type Status = 'Active' | 'Inactive'

/** What is the same for all credentials of a kind. */
export type Kind<T> = {
  /** `SSH public key` */
  one: string
  idOf: (item: T) => string
  isActive: (item: T) => boolean
  setStatus: (client: AwsClient, item: T, status: Status) => Promise<unknown>
  remove: (client: AwsClient, item: T) => Promise<unknown>
}

type Props<T> = {
  asking: 'status' | 'delete'
  item: T
  kind: Kind<T>
  onDone: () => void
}

const wordsOf = (asking: Props<unknown>['asking'], isActive: boolean) => {
  if (asking === 'delete')
    return { verb: 'Delete', done: 'deleted', text: 'What is deleted cannot be restored.' }
  return isActive
    ? {
        verb: 'Deactivate',
        done: 'deactivated',
        text: 'It is refused until it is activated again.',
      }
    : { verb: 'Activate', done: 'activated', text: 'It will be accepted again.' }
}

export function CredentialQuestion<T>({ asking, item, kind, onDone }: Props<T>) {
  const isActive = kind.isActive(item)
  const { verb, done, text } = wordsOf(asking, isActive)
  const act = useApiMutation<void>(
    (client) =>
      asking === 'delete'
        ? kind.remove(client, item)
        : kind.setStatus(client, item, isActive ? 'Inactive' : 'Active'),
    {
      onSuccess: () => {
        const what = kind.one.charAt(0).toUpperCase() + kind.one.slice(1)
        flash({ type: 'success', header: `${what} ${done}.` })
        onDone()
      },
    }
  )
  const id = kind.idOf(item)
  return (
    <DeleteModal
      header={`${verb} ${id}?`}
      submitLabel={verb}
      {...(asking === 'delete' ? { confirmText: id } : {})}
      onDismiss={onDone}
      onDelete={() => act.mutate()}
      busy={act.isPending}
      error={act.error}
      errorHeader={`Failed to ${verb.toLowerCase()} the ${kind.one}.`}
    >
      {text}
    </DeleteModal>
  )
}
