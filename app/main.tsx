import '@cloudscape-design/global-styles/index.css'
import 'virtual:understudy-theme.css'
import './theme.css'

import { disableMotion } from '@cloudscape-design/global-styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { addProbe, idle } from '~/lib/idle'
import { invariant } from '~/lib/invariant'
import { setRouter } from '~/lib/navigator'

import { App } from './app'
import { start } from './data/start'
import { reportError } from './report-error'
import { createRouter, preloadLinked, preloadPage } from './routes'
import { isDrawn, onDrawn } from './routes/drawn'
import { StartError } from './routes/start-error'
import { followAppearance } from './appearance'

const element = document.getElementById('root')
invariant(element, 'index.html has no root element')
const root = createRoot(element, { onCaughtError: reportError })

followAppearance()
// the page's code comes while the world is made
void preloadPage(window.location)
try {
  const { motion } = await start()
  if (motion) disableMotion(motion === 'off')
  // the first page's loaders run as soon as there is a router, and need a cloud
  const router = createRouter()
  setRouter({
    navigate: (address) => router.navigate(address),
    destination: () => (router.state.navigation.location ?? router.state.location).pathname,
  })
  addProbe(() => (isDrawn(router) ? 0 : 1))
  onDrawn(() => void idle().then(preloadLinked))
  root.render(
    <StrictMode>
      <App router={router} />
    </StrictMode>
  )
} catch (error) {
  root.render(<StartError error={error} />)
}
