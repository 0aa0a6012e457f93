/**
 * Tries again what may well succeed the next time, as AWS's SDKs do by themselves in their
 * standard mode: three times in all, after a wait that grows and is cut at random.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
import type { AwsClient } from '~/engine/api'
import { isServiceError } from '~/engine/errors'
import { clock } from '~/lib/clock'

const ATTEMPTS = 3
/** Milliseconds. */
const BASE = 100
const THROTTLED_BASE = 500

const throttling = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'SlowDown',
])

const isThrottled = (error: unknown) => isServiceError(error) && throttling.has(error.code)

const isTransient = (error: unknown) =>
  isServiceError(error) && [500, 502, 503, 504].includes(error.status)

/** Half of the longest wait on average; the same after the same errors, so that a run repeats. */
const waitOf = (error: unknown, attempt: number) =>
  0.5 * (isThrottled(error) ? THROTTLED_BASE : BASE) * 2 ** attempt

const pause = (ms: number) =>
  new Promise<void>((resolve) => void clock.setTimeout(resolve, ms))

/** Up to three attempts; the last error is the one that is thrown. */
export async function retried<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      const isLast = attempt + 1 >= ATTEMPTS
      if (isLast || !(isThrottled(error) || isTransient(error))) throw error
      await pause(waitOf(error, attempt))
    }
  }
}

type Method = (input?: object) => Promise<unknown>

/** A client whose every call is tried again where that may help. */
export function withRetries(client: AwsClient): AwsClient {
  const services = Object.entries(client).map(([service, methods]) => {
    // every method takes one input and promises one answer, which is all that matters here
    const entries = Object.entries(methods as Record<string, Method>).map(
      ([name, method]) => [name, (input?: object) => retried(() => method(input))]
    )
    return [service, Object.fromEntries(entries)]
  })
  // made from the client's own methods, each under its own name
  return Object.fromEntries(services) as AwsClient
}
