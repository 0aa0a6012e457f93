import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles'

import { usePreferencesStore } from '~/stores/preferences'
import type { Preferences } from '~/stores/preferences'

const wantsDark = window.matchMedia('(prefers-color-scheme: dark)')

function apply({ visualMode, density }: Preferences) {
  const dark = visualMode === 'browser' ? wantsDark.matches : visualMode === 'dark'
  applyMode(dark ? Mode.Dark : Mode.Light)
  applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable)
}

/** Keeps the page in the mode and density that were chosen, or that the system prefers. */
export function followAppearance() {
  const now = () => apply(usePreferencesStore.getState())
  now()
  usePreferencesStore.subscribe(now)
  wantsDark.addEventListener('change', now)
}
