import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'

import { turnPage } from '~/stores/flash'
import { serviceVisited } from '~/stores/preferences'
import { setHelpTopic } from '~/stores/help'
import { clock } from '~/lib/clock'

import type { PageFrame } from '../handle'

/** Puts the focus on the page's heading, where a reader goes on from. */
function focusHeading() {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

/**
 * What a full page load does by itself and a change of route does not: the title, the focus at
 * the heading, the announcement (which is returned), the help of the new page.
 */
export function useArrival({ title, service }: PageFrame): string {
  const { pathname } = useLocation()
  const shown = useRef<string>(undefined)
  const [announcement, setAnnouncement] = useState('')

  useEffect(() => {
    document.title = title
  }, [title])

  useEffect(() => {
    if (service) serviceVisited(service)
    setHelpTopic(undefined)
    const isFirst = shown.current === undefined
    const isSame = shown.current === pathname
    shown.current = pathname
    if (isFirst || isSame) return
    turnPage()
    window.scrollTo(0, 0)
    setAnnouncement(document.title)
    void clock.painted().then(focusHeading)
  }, [pathname, service])

  return announcement
}
