/** The event history, for tests. */
import type { ApiEvent } from '~/engine'
import { arnOfRef } from '~/scenarios/refs'
import { actorsOf, callOf } from '~/labs/happened'
import { cloud, onWorld } from './cloud'
import type { EventFilter } from './hook-contract'

const outcomes = {
  success: ({ errorCode }: ApiEvent) => errorCode === undefined,
  denied: ({ errorCode }: ApiEvent) => errorCode === 'AccessDenied',
  failed: ({ errorCode }: ApiEvent) => errorCode !== undefined,
}

function fits(event: ApiEvent, { call, by, outcome }: EventFilter) {
  if (call !== undefined && callOf(event).toLowerCase() !== call.toLowerCase()) return false
  if (by !== undefined && !actorsOf(event).includes(arnOfRef(cloud().world, by)))
    return false
  return outcome === undefined || outcomes[outcome](event)
}

/** Oldest first. */
export function listEvents(filter: EventFilter = {}): ApiEvent[] {
  const { events } = cloud().world
  const start = events.findLastIndex(({ eventID }) => eventID === filter.after)
  return events.slice(start + 1).filter((event) => fits(event, filter))
}

/** From now on, also after a reset, which puts another cloud in the place of this one. */
export function onEvent(listener: (event: ApiEvent) => void): () => void {
  let last = cloud().world.events.at(-1)?.eventID
  return onWorld((world) => {
    const seen = world.events.findLastIndex(({ eventID }) => eventID === last)
    last = world.events.at(-1)?.eventID
    for (const event of world.events.slice(seen + 1)) listener(event)
  })
}
