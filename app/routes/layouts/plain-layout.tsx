import { useEffect } from 'react'
import { Outlet } from 'react-router'

import { Flashes } from '~/components/flashes'

import { usePageFrame } from '../handle'

/** Pages that stand alone: sign-in and switch role. */
export default function PlainLayout() {
  const { title } = usePageFrame()
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="u-plain">
      <header className="u-plain-header">
        <img src="/mark.svg" alt="" width="36" height="36" />
        <span className="u-plain-name">Understudy</span>
        <span className="u-bar-simulation">simulation</span>
      </header>
      <main className="u-plain-main">
        <Flashes />
        <Outlet />
      </main>
      <footer className="u-plain-footer">
        A simulation that runs in your browser. Not affiliated with AWS. Never type real
        credentials here.
      </footer>
    </div>
  )
}
