/** One clock for pages and programs. */
import type { AppClock } from '~/lib/clock'
import type { Host } from '~/world/host'

/** From now on the clock goes as the host's does, and the host's as the clock. */
export function shareClock(host: Host, clock: AppClock) {
  clock.onMoved(() => {
    const state = clock.isStanding() ? { standing: clock.now() } : { ahead: clock.ahead() }
    void host.methods.setClock(state, 'the stage')
  })
  host.onClock((state) => clock.follow('standing' in state ? state.standing : state.ahead))
}
