/** The faults that this page lives with. Without any, nothing of them is loaded. */
import type { AwsClient } from '~/engine/api'
import type { Injector } from '~/faults/injector'

export type Faults = {
  injector: Injector
  /** Puts the faults between a client and the engine. */
  wrap(client: AwsClient, by: string | undefined): AwsClient
}

let current: Faults | undefined

export const setFaulty = (faults: Faults | undefined) => {
  current = faults
}

export const throughFaults = (client: AwsClient, by: string | undefined): AwsClient =>
  current ? current.wrap(client, by) : client

/** For what the console does otherwise than by a client: signing in, and switching role. */
export async function passFaults(operation: string, by?: string): Promise<() => void> {
  const passed = await current?.injector.pass({ operation, ...(by ? { by } : {}) })
  return passed ?? (() => {})
}
