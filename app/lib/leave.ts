import { useCallback, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'

/** Navigation for the end of a write: whoever has left the page since is not called away. */
export function useLeave() {
  const navigate = useNavigate()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return useCallback(
    (to: string) => {
      if (isHere.current) void navigate(to)
    },
    [navigate]
  )
}
