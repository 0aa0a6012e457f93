import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Input from '@cloudscape-design/components/input'
import { Place } from '~/components/ui/place'
import type { PlaceId } from '~/lib/places'
import { word } from '~/lib/words'

export type TagField = { key: string; value: string }

const MAX_TAGS = 50
const MAX_KEY = 128
const MAX_VALUE = 256

/** What a key and a value may hold. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

const CHARACTERS = 'Use letters, numbers, spaces and the characters _ . : / = + - @'

export function tagKeyError(
  { key }: TagField,
  tags: readonly TagField[]
): string | undefined {
  if (key === '') return 'Enter a key'
  if (key.length > MAX_KEY) return `A key has at most ${MAX_KEY} characters`
  if (key.toLowerCase().startsWith('aws:')) return 'A key cannot start with aws:'
  if (!allowed.test(key)) return CHARACTERS
  const same = tags.filter((tag) => tag.key.toLowerCase() === key.toLowerCase())
  return same.length > 1 ? 'Each key can be used once' : undefined
}

export function tagValueError({ value }: TagField): string | undefined {
  if (value.length > MAX_VALUE) return `A value has at most ${MAX_VALUE} characters`
  return allowed.test(value) ? undefined : CHARACTERS
}

/** Everything wrong with a list of tags; empty when it can be sent. */
export const tagErrors = (tags: readonly TagField[]) =>
  tags.flatMap((tag) => {
    const error = tagKeyError(tag, tags) ?? tagValueError(tag)
    return error ? [error] : []
  })

type Props = {
  tags: readonly TagField[]
  onChange: (tags: TagField[]) => void
  /** Errors stay quiet until the form was sent once. */
  showErrors?: boolean
  /** The place of the button that adds a tag. */
  place?: PlaceId
}

/** Rows of key and value, as the console's tag editor has them. */
export function TagFields({ tags, onChange, showErrors = false, place }: Props) {
  const change = (index: number, part: Partial<TagField>) =>
    onChange(tags.map((tag, at) => (at === index ? { ...tag, ...part } : tag)))
  // an empty key is no mistake while it is still being typed
  const keyError = (tag: TagField) =>
    showErrors || tag.key !== '' ? tagKeyError(tag, tags) : undefined
  const editor = (
    <AttributeEditor
      items={tags}
      addButtonText={place ? word(place) : 'Add new tag'}
      removeButtonText="Remove"
      removeButtonAriaLabel={(tag) => `Remove tag ${tag.key}`}
      empty="No tags associated with the resource."
      disableAddButton={tags.length >= MAX_TAGS}
      additionalInfo={`You can add up to ${MAX_TAGS - tags.length} more tags.`}
      onAddButtonClick={() => onChange([...tags, { key: '', value: '' }])}
      onRemoveButtonClick={({ detail }) =>
        onChange(tags.filter((_, index) => index !== detail.itemIndex))
      }
      definition={[
        {
          label: 'Key',
          errorText: (tag) => keyError(tag),
          control: (tag, index) => (
            <Input
              value={tag.key}
              placeholder="Enter key"
              autoComplete={false}
              onChange={({ detail }) => change(index, { key: detail.value })}
            />
          ),
        },
        {
          label: 'Value - optional',
          errorText: (tag) => tagValueError(tag),
          control: (tag, index) => (
            <Input
              value={tag.value}
              placeholder="Enter value"
              autoComplete={false}
              onChange={({ detail }) => change(index, { value: detail.value })}
            />
          ),
        },
      ]}
    />
  )
  return place ? <Place id={place}>{editor}</Place> : editor
}
