/** Which service a request is for: there is one address for all of them. */
import type { Door } from './door'
import { type Incoming, type Pair, parsePairs, textOf } from './incoming'
import { jsonDoor } from './json/door'
import { queryDoor } from './query/door'
import { s3Door } from './s3/door'
import { scopedService } from './signature/read'

const iam = queryDoor('iam')
const sts = queryDoor('sts')

/** A form's fields, where the body is one: an object's content is none. */
function formOf({ method, headers, body }: Incoming): Pair[] {
  const type = headers['content-type'] ?? ''
  if (method !== 'POST' || !type.startsWith('application/x-www-form-urlencoded')) return []
  try {
    return parsePairs(textOf(body))
  } catch {
    return []
  }
}

const STS_VERSION = '2011-06-15'

/** By its parameters alone, where no signature tells. */
function queryDoorOf(request: Incoming): Door | undefined {
  const { path, query } = request
  if (path !== '/') return undefined
  const params = [...query, ...formOf(request)]
  const named = (name: string) => params.find(([key]) => key === name)?.[1]
  if (named('Action') === undefined && request.method !== 'POST') return undefined
  return named('Version') === STS_VERSION ? sts : iam
}

function byScope(service: string | undefined): Door | undefined {
  switch (service) {
    case 'iam':
      return iam
    case 'sts':
      return sts
    case 'cloudtrail':
      return jsonDoor
    case 's3':
      return s3Door
    default:
      return undefined
  }
}

/** The signature says which service is meant, else what is asked does. */
export function doorOf(request: Incoming): { door: Door; isS3: boolean } {
  const door =
    request.headers['x-amz-target'] === undefined
      ? (byScope(scopedService(request)) ?? queryDoorOf(request) ?? s3Door)
      : jsonDoor
  return { door, isS3: door === s3Door }
}
