import { useEffect } from 'react'
import type { ComponentType } from 'react'
import { useLocation } from 'react-router'
import type { DataRouter } from 'react-router'

/** The key of the location whose page is on the screen. */
let drawn: string | undefined

let tell = () => {}

/** Called whenever another page has come to the screen. */
export function onDrawn(listener: () => void) {
  tell = listener
}

export function useDrawn() {
  const { key, pathname } = useLocation()
  useEffect(() => {
    drawn = key
    document.documentElement.dataset.uRoute = pathname
    tell()
  }, [key, pathname])
}

/** A page that says when it is on the screen: the router knows only when it could be drawn. */
export const withDrawn = (Page: ComponentType) =>
  function DrawnPage() {
    useDrawn()
    return <Page />
  }

export const isDrawn = ({ state }: DataRouter) =>
  state.initialized && state.navigation.state === 'idle' && drawn === state.location.key
