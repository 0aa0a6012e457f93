import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles'

import { useEditionStore } from '~/stores/edition'
import { usePreferencesStore } from '~/stores/preferences'
import type { Preferences } from '~/stores/preferences'

const wantsDark = window.matchMedia('(prefers-color-scheme: dark)')

/** A drifted console is as dense as the usual one is not. */
const isCompact = (density: Preferences['density']) =>
  (density === 'compact') === (useEditionStore.getState().name !== 'drift-1')

function apply({ visualMode, density }: Preferences) {
  const dark = visualMode === 'browser' ? wantsDark.matches : visualMode === 'dark'
  applyMode(dark ? Mode.Dark : Mode.Light)
  applyDensity(isCompact(density) ? Density.Compact : Density.Comfortable)
}

/** Keeps the page in the mode and density that were chosen, or that the system prefers. */
export function followAppearance() {
  const now = () => apply(usePreferencesStore.getState())
  now()
  usePreferencesStore.subscribe(now)
  useEditionStore.subscribe(now)
  wantsDark.addEventListener('change', now)
}
