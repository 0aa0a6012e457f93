/**
 * Tries again what may well succeed the next time, as AWS's SDKs do by themselves in their
 * standard mode: three times in all, after a wait that grows. Unlike theirs the wait is not drawn
 * at random, and what a second try would do twice is left to whoever asked for it.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
import type { AwsClient } from '~/engine/api'
import { isServiceError, ServiceError } from '~/engine/errors'
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

/** Too many calls in a short while, none of which was made. */
export const isThrottled = (error: unknown) =>
  isServiceError(error) && throttling.has(error.code)

const isTransient = (error: unknown) =>
  isServiceError(error) && [500, 502, 503, 504].includes(error.status)

/**
 * Writes that an earlier try, whose answer was lost, may have done, and that the next would do
 * again: nothing of what they make has a name to be recognised by.
 */
const unrepeatable = new Set([
  'addRoleToInstanceProfile',
  'changePassword',
  'createAccessKey',
  'createDelegationRequest',
  'createPolicyVersion',
  'createServiceLinkedRole',
  'createServiceSpecificCredential',
  'enableMFADevice',
  'resetServiceSpecificCredential',
])

const isWorthwhile = (error: unknown, operation: string) =>
  isThrottled(error) || (isTransient(error) && !unrepeatable.has(operation))

/** Half of the longest wait on average; the same after the same errors, so that a run repeats. */
const waitOf = (error: unknown, attempt: number) =>
  0.5 * (isThrottled(error) ? THROTTLED_BASE : BASE) * 2 ** attempt

const pause = (ms: number) =>
  new Promise<void>((resolve) => void clock.setTimeout(resolve, ms))

/** What a write meets that an earlier try, whose answer was lost, has already made. */
const repeats = new Set([
  'EntityAlreadyExists',
  'BucketAlreadyOwnedByYou',
  'NoSuchEntity',
  'NoSuchBucket',
  'NoSuchKey',
])

/**
 * A try got no answer, and the next one found the work done: by the one before, most likely. The
 * SDKs say only the latter, which is right and hard to understand.
 */
export class RepeatedError extends ServiceError {
  constructor({ code, message, status }: ServiceError) {
    super(
      code,
      `${message} An earlier try of this request got no answer, and has probably done it.`,
      status
    )
  }
}

const isRead = (operation: string) => /^(?:get|list|head|lookup|simulate)/i.test(operation)

/**
 * Up to three attempts; the last error is the one that is thrown. `operation` is known for those
 * that may have been done without an answer: `createRole`.
 */
export async function retried<T>(call: () => Promise<T>, operation = 'get'): Promise<T> {
  let isUnanswered = false
  for (let attempt = 0; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      const isRepeated = isUnanswered && isServiceError(error) && repeats.has(error.code)
      if (isRepeated && !isRead(operation)) throw new RepeatedError(error)
      const isLast = attempt + 1 >= ATTEMPTS
      if (isLast || !isWorthwhile(error, operation)) throw error
      isUnanswered ||= isTransient(error)
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
      ([name, method]) => [name, (input?: object) => retried(() => method(input), name)]
    )
    return [service, Object.fromEntries(entries)]
  })
  // made from the client's own methods, each under its own name
  return Object.fromEntries(services) as AwsClient
}
