/** A world on a server of the test's own, for the console and for SDKs. */
import { rulesAsked } from '~/faults/asked'
import type { Server } from '~/server/start-server'
import { consoleFolder } from './console-folder'
import type { Options } from './options'

type Given = { [Name in keyof Options]: Options[Name] | undefined }

const set = <T extends object>(given: T) =>
  // what is left has the types that it had
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>
  }

/** What of the options a world begins with. */
export function beginningOf(given: Given) {
  const { time, rng, persona, faults, latency, consistency, ui } = given
  const asked = { persona, faults, latency, consistency, ui }
  const isFaulty = Object.values(asked).some((value) => value !== undefined)
  return {
    ...set({ time, rng }),
    ...(isFaulty ? { faults: rulesAsked(set(asked)) } : {}),
  }
}

/** Whether the options ask for a world, rather than for a page of it. */
export const asksForWorld = ({ scenario, ...given }: Given) =>
  scenario !== undefined || Object.keys(beginningOf(given)).length > 0

export async function serveStage(given: Given): Promise<Server> {
  // the engine is loaded for those who need it
  const { startServer } = await import('~/server/start-server')
  const { scenario } = given
  return startServer({
    dist: consoleFolder(),
    ...set({ scenario }),
    ...beginningOf(given),
  })
}
