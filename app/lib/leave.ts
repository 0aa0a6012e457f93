import { useCallback, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { destination } from './navigator'

/**
 * Whether somebody is on the way to another page, or there: for what happens later. The router
 * is asked, since it knows of the way before anything of it is drawn.
 */
export function useHasLeft(): () => boolean {
  const { pathname } = useLocation()
  const state = useRef({ isGone: false, from: pathname })
  useEffect(() => {
    const { current } = state
    Object.assign(current, { isGone: false, from: pathname })
    return () => {
      current.isGone = true
    }
  }, [pathname])
  return useCallback(() => {
    const { isGone, from } = state.current
    return isGone || destination() !== from
  }, [])
}

/** Navigation for the end of a write: whoever has left the page since is not called away. */
export function useLeave() {
  const navigate = useNavigate()
  const hasLeft = useHasLeft()
  return (to: string) => {
    if (!hasLeft()) void navigate(to)
  }
}
