import type { SelectProps } from '@cloudscape-design/components/select'
import Select from '@cloudscape-design/components/select'
import { Place } from '~/components/ui/place'
import type { PlaceId } from '~/lib/places'

type Props = Omit<SelectProps, 'ariaLabel' | 'inlineLabelText'> & { place?: PlaceId }

/** Beside the search of a table of policies. */
export function TypeFilter({ place, ...props }: Props) {
  const select = (
    <Select {...props} ariaLabel="Filter by Type" inlineLabelText="Filter by Type" />
  )
  return place ? <Place id={place}>{select}</Place> : select
}
