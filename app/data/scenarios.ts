import { useSyncExternalStore } from 'react'
import { loadScenario } from '~/scenarios/load'
import type { Scenario } from '~/scenarios/schema'

export const DEFAULT_SCENARIO = 'stuart'

/** Ids become part of an address, so nothing but plain words goes through. */
async function fetchScenario(id: string): Promise<unknown> {
  if (!/^[a-z0-9-]+$/.test(id)) return undefined
  const response = await fetch(`/scenarios/${id}.json`)
  const isJson = response.headers.get('content-type')?.includes('json')
  // a server of single-page apps answers every address with the page
  return response.ok && isJson ? response.json() : undefined
}

export const fetchCompleteScenario = (id: string) => loadScenario(id, fetchScenario)

let current: Scenario | undefined
const listeners = new Set<() => void>()

export function setScenario(scenario: Scenario) {
  current = scenario
  for (const listener of listeners) listener()
}

export const currentScenario = () => current

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The scenario that is played: its story and its people. */
export const useScenario = () => useSyncExternalStore(subscribe, currentScenario)
