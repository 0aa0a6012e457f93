import type { Cloud, ServiceError } from '~/engine'
import type { AwsClient } from '~/engine/api'
import type { EndpointResponse } from './endpoint'
import type { Incoming } from './incoming'

export type Visit = {
  request: Incoming
  /** An id for this request. */
  id: string
  cloud: Cloud
  /** Real time in milliseconds. */
  now: number
}

/** One of AWS's protocols, with the words it refuses in. */
export type Door = {
  answer: (visit: Visit) => Promise<EndpointResponse>
  refuse: (error: ServiceError, visit: Visit) => EndpointResponse
}

type Method = (input: object) => Promise<object>

const isMethod = (value: unknown): value is Method => typeof value === 'function'

/** The client's method for an operation of AWS's, if the engine has it. */
export function methodOf(
  client: AwsClient[keyof AwsClient],
  operation: string
): Method | undefined {
  const name = operation.charAt(0).toLowerCase() + operation.slice(1)
  if (!Object.hasOwn(client, name)) return undefined
  const method: unknown = Reflect.get(client, name)
  return isMethod(method) ? method : undefined
}

/** An operation that the engine has, whoever asks. */
export const isOffered = (
  cloud: Cloud,
  service: keyof AwsClient,
  operation: string
): boolean => methodOf(cloud.client()[service], operation) !== undefined
