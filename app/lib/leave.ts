import { useEffect, useRef } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router'

/** Whether somebody is on the way to another page, or there: by a ref, for what happens later. */
export function useHasLeft() {
  const { location: next } = useNavigation()
  const { pathname } = useLocation()
  const hasLeft = useRef(false)
  useEffect(() => {
    hasLeft.current = next !== undefined && next.pathname !== pathname
    return () => {
      hasLeft.current = true
    }
  }, [next, pathname])
  return hasLeft
}

/** Navigation for the end of a write: whoever has left the page since is not called away. */
export function useLeave() {
  const navigate = useNavigate()
  const hasLeft = useHasLeft()
  return (to: string) => {
    if (!hasLeft.current) void navigate(to)
  }
}
