import Button from '@cloudscape-design/components/button'
import Icon from '@cloudscape-design/components/icon'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'

import { Popup } from '~/components/ui/popup'
import { resetScenario } from '~/data/start'
import { Place } from '~/components/ui/place'
import { placeButton } from '~/lib/places'
import { confirm } from '~/stores/confirm'
import { flash } from '~/stores/flash'
import { setDensity, setVisualMode, usePreferencesStore } from '~/stores/preferences'
import type { Density, VisualMode } from '~/stores/preferences'

const modes: { value: VisualMode; label: string }[] = [
  { value: 'browser', label: 'Browser default' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const densities: { value: Density; label: string }[] = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
]

const askReset = () =>
  confirm({
    header: 'Reset scenario',
    content:
      'Everything made or changed since the start is lost, and everybody is signed out. The scenario begins again.',
    confirm: 'Reset',
    run: async () => {
      await resetScenario()
      flash({ type: 'success', content: 'The scenario was reset.' })
    },
  })

/** How the console looks, and the way back to the beginning. */
export function SettingsMenu() {
  const { visualMode, density } = usePreferencesStore()
  return (
    <Popup label="Settings" place="nav.settings" trigger={<Icon name="settings" />}>
      {(close) => (
        <SpaceBetween size="m">
          <fieldset className="u-choice">
            <legend>Visual mode</legend>
            <Place id="nav.settings.mode">
              <RadioGroup
                ariaLabel="Visual mode"
                value={visualMode}
                items={modes}
                onChange={({ detail }) =>
                  setVisualMode(
                    modes.find(({ value }) => value === detail.value)?.value ?? 'browser'
                  )
                }
              />
            </Place>
          </fieldset>
          <fieldset className="u-choice">
            <legend>Density</legend>
            <Place id="nav.settings.density">
              <RadioGroup
                ariaLabel="Density"
                value={density}
                items={densities}
                onChange={({ detail }) =>
                  setDensity(detail.value === 'compact' ? 'compact' : 'comfortable')
                }
              />
            </Place>
          </fieldset>
          <Button
            {...placeButton('nav.settings.reset')}
            onClick={() => {
              close()
              askReset()
            }}
          >
            Reset scenario…
          </Button>
        </SpaceBetween>
      )}
    </Popup>
  )
}
