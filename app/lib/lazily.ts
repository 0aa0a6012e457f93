import { lazy } from 'react'
import type { ComponentType } from 'react'

import { track } from './idle'

/** A component whose code comes when it is first drawn; until then the page is not idle. */
export const lazily = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await track(load()) }))
