import type { ReactNode } from 'react'
import type { PlaceId } from '~/lib/places'
import { word } from '~/lib/words'
import { Place } from './place'

type Props = { place: PlaceId; children?: ReactNode }

/** What is written on a tab, a tile or a radio button that is a place; more may follow its name. */
export const PlaceLabel = ({ place, children }: Props) => (
  <Place id={place}>
    {word(place)}
    {children}
  </Place>
)
