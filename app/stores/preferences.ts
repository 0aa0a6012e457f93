import * as v from 'valibot'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

import { keptStorage } from '~/lib/kept'

const preferences = v.object({
  visualMode: v.fallback(v.picklist(['light', 'dark', 'browser']), 'browser'),
  density: v.fallback(v.picklist(['comfortable', 'compact']), 'comfortable'),
  /** Paths of services, most recent first. */
  visited: v.fallback(v.array(v.string()), []),
})

export type Preferences = v.InferOutput<typeof preferences>
export type VisualMode = Preferences['visualMode']
export type Density = Preferences['density']

const defaults = v.parse(preferences, {})

const VISITED_LENGTH = 6

export const usePreferencesStore = create<Preferences>()(
  persist(() => defaults, {
    name: 'understudy.preferences/v1',
    storage: createJSONStorage(() => keptStorage),
    merge: (stored) => {
      const parsed = v.safeParse(preferences, stored)
      return parsed.success ? parsed.output : defaults
    },
  })
)

const { setState } = usePreferencesStore

export const setVisualMode = (visualMode: VisualMode) => setState({ visualMode })

export const setDensity = (density: Density) => setState({ density })

export const serviceVisited = (id: string) =>
  setState(({ visited }) =>
    visited[0] === id
      ? {}
      : { visited: [id, ...visited.filter((old) => old !== id)].slice(0, VISITED_LENGTH) }
  )
