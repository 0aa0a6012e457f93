import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import { placeArea, placeButton } from '~/lib/places'
import { formatCount } from '~/lib/text'
import { word } from '~/lib/words'
import type { Block } from './block'
import { isUnknownAction, manualEntries, namesMatching } from './choose-actions'
import { ItemList } from './item-list'

type Props = {
  block: Block
  service: ServiceAuthorization | undefined
  onChange: (actions: string[]) => void
  isPlace: boolean
}

/** Actions that were typed: patterns, and names that the catalog does not have. */
export function ManualActions({ block, service, onChange, isPlace }: Props) {
  const [adding, setAdding] = useState(false)
  const { actions } = block
  return (
    <div>
      <Header
        variant="h3"
        headingTagOverride="h5"
        actions={
          <Button
            onClick={() => setAdding(true)}
            {...(isPlace ? placeButton('iam.visualEditor.addActions') : {})}
          >
            {word('iam.visualEditor.addActions')}
          </Button>
        }
      >
        Manual actions
      </Header>
      <ItemList
        label="Manual actions"
        items={manualEntries(service, actions)}
        note={(entry) => service && <EntryNote service={service} entry={entry} />}
        onRemove={(entry) => onChange(actions.filter((each) => each !== entry))}
      />
      {adding && (
        <AddActions
          service={service}
          onAdd={(more) => onChange([...new Set([...actions, ...more])])}
          onDone={() => setAdding(false)}
        />
      )}
    </div>
  )
}

const EntryNote = ({ service, entry }: { service: ServiceAuthorization; entry: string }) =>
  isUnknownAction(service, entry) ? (
    <StatusIndicator type="warning">Not recognized</StatusIndicator>
  ) : (
    formatCount(namesMatching(service, entry).length, 'action', 'actions')
  )

type AddProps = {
  service: ServiceAuthorization | undefined
  onAdd: (entries: string[]) => void
  onDone: () => void
}

/** `s3:Get*, PutObject` without the prefix. */
function entriesIn(text: string, prefix: string | undefined) {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) =>
      prefix && entry.toLowerCase().startsWith(`${prefix}:`)
        ? entry.slice(prefix.length + 1)
        : entry
    )
}

function AddActions({ service, onAdd, onDone }: AddProps) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const entries = entriesIn(text, service?.prefix)
  const wrong = entries.find(
    (entry) => !/^[\w*?-]+$/.test(entry) || (service && isUnknownAction(service, entry))
  )
  const problem =
    entries.length === 0
      ? 'Enter at least one action.'
      : wrong && `The action ${wrong} does not match any action of the service.`
  return (
    <FormModal
      header={word('iam.addActions.submit')}
      place="iam.addActions"
      onDismiss={onDone}
      onSubmit={() => {
        setTried(true)
        if (problem) return
        onAdd(entries)
        onDone()
      }}
    >
      <FormField
        label={word('iam.addActions.names')}
        description="A * stands for any characters, as in Get*."
        constraintText="Separate several actions by commas or new lines."
        errorText={tried ? problem : undefined}
      >
        <Textarea
          value={text}
          rows={3}
          {...placeArea('iam.addActions.names')}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
    </FormModal>
  )
}
