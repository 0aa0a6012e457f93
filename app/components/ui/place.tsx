import type { ReactNode } from 'react'

import { place } from '~/lib/places'
import type { PlaceId } from '~/lib/places'

type Props = { id: PlaceId; children: ReactNode }

/** Names the place of a component that passes no attributes on; it takes no room itself. */
export const Place = ({ id, children }: Props) => (
  <span {...place(id)} style={{ display: 'contents' }}>
    {children}
  </span>
)
