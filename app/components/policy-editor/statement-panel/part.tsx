import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TokenGroup from '@cloudscape-design/components/token-group'
import { type PlaceId, placeButton } from '~/lib/places'

/** What a part of the statement has now, and how each is taken out. */
type Held = { label: string; remove: () => void }

type Props = {
  title: string
  /** What the button adds: `resource`. */
  what: string
  place: PlaceId
  held: Held[]
  onAdd: () => void
}

/** One numbered part of the panel: a heading, a button to add, and what there is. */
export const Part = ({ title, what, place, held, onAdd }: Props) => (
  <SpaceBetween size="xs">
    <Header
      variant="h3"
      headingTagOverride="h4"
      actions={
        <Button
          formAction="none"
          ariaLabel={`Add a ${what}`}
          onClick={onAdd}
          {...placeButton(place)}
        >
          Add
        </Button>
      }
    >
      <Box variant="span" fontSize="body-m" fontWeight="bold">
        {title}
      </Box>
    </Header>
    {held.length > 0 && (
      <TokenGroup
        alignment="vertical"
        limit={3}
        items={held.map(({ label }) => ({ label, dismissLabel: `Remove ${label}` }))}
        i18nStrings={{ limitShowMore: 'Show more', limitShowFewer: 'Show fewer' }}
        onDismiss={({ detail }) => held[detail.itemIndex]?.remove()}
      />
    )}
  </SpaceBetween>
)
