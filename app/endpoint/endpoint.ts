/**
 * AWS's wire protocols over an engine: what the SDKs and the CLI say to IAM, STS, S3 and
 * CloudTrail. Runs wherever a request can be read: behind Node's server, or in a service worker.
 */
import type { Cloud } from '~/engine'
import { doorOf } from './doors'
import { incomingOf } from './incoming'
import { refusal, toServiceError } from './refusal'
import { createRequestIds } from './request-id'

export type EndpointRequest = {
  method: string
  /** Path and query, as sent. */
  url: string
  /** Lower-case names. */
  headers: Record<string, string>
  body: Uint8Array
}

export type EndpointResponse = {
  status: number
  headers: Record<string, string>
  body: Uint8Array | string
}

export type EndpointOptions = {
  /** The cloud that is meant now: it may be another one after a reset. */
  cloud: () => Cloud
  /** Real time in milliseconds, for the age of signatures; the cloud's clock may stand still. */
  now: () => number
}

/** In bytes. The world is held in memory, and so is all that is put into it. */
export const LARGEST_BODY = 16 * 1024 * 1024

/** Never throws: whatever goes wrong is an answer in the words of the service that was meant. */
export function createEndpoint({ cloud, now }: EndpointOptions) {
  const nextId = createRequestIds()
  return async (given: EndpointRequest): Promise<EndpointResponse> => {
    const request = incomingOf(given)
    const visit = { request, id: nextId(), cloud: cloud(), now: now() }
    const { door, isS3 } = doorOf(request)
    try {
      if (request.body.length > LARGEST_BODY) throw tooLarge(isS3)
      return await door.answer(visit)
    } catch (error) {
      return door.refuse(toServiceError(error), visit)
    }
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const tooLarge = (isS3: boolean) =>
  isS3
    ? refusal(
        400,
        'EntityTooLarge',
        'Your proposed upload exceeds the maximum allowed object size.',
        { MaxSizeAllowed: String(LARGEST_BODY) }
      )
    : refusal(413, 'RequestEntityTooLarge', 'Request entity too large')
