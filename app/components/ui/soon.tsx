import { Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'

import { addProbe } from '~/lib/idle'

type Props = { fallback: ReactNode; children: ReactNode }

/**
 * A place for code that is on its way. React keeps the fallback up for a moment after the code
 * is there, and for as long as it stands the page is not idle.
 */
export const Soon = ({ fallback, children }: Props) => (
  <Suspense fallback={<Waiting>{fallback}</Waiting>}>{children}</Suspense>
)

function Waiting({ children }: { children: ReactNode }) {
  useEffect(() => {
    const remove = addProbe(() => 1)
    return () => void remove()
  }, [])
  return children
}
