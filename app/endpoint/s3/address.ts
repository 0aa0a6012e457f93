/**
 * Bucket and key, from the path or from the host.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
import type { World } from '~/engine'
import { findBucket } from '~/engine/world'
import type { Incoming } from '../incoming'
import { refusal } from '../refusal'

export type Address = { bucket?: string; key?: string }

const hostOf = ({ headers }: Incoming) =>
  (headers.host ?? '').toLowerCase().replace(/:\d+$/, '')

/** `bucket.s3.localhost`, `bucket.s3.eu-west-1.amazonaws.com`: nobody else's host is called so. */
const namedByHost = (host: string) => /^(.+)\.s3(?:[.-][a-z0-9-]+)*$/.exec(host)?.[1]

/**
 * `bucket.localhost`, as SDKs have it that know of `http://localhost` alone. Any server of this
 * machine may be called so, so it takes a bucket, or a request that would otherwise name none.
 */
function hinted(host: string, { method, path }: Incoming, world: World) {
  const name = /^(.+)\.localhost$/.exec(host)?.[1]
  if (name === undefined || name === 's3') return undefined
  const isNeeded = path === '/' && method !== 'GET'
  return isNeeded || findBucket(world, name) ? name : undefined
}

const toKey = (key: string) => (key === '' ? {} : { key })

function split(path: string): Address {
  const cut = path.indexOf('/')
  if (cut === 0) {
    throw refusal(400, 'InvalidBucketName', 'The specified bucket is not valid.')
  }
  return cut < 0
    ? { bucket: path }
    : { bucket: path.slice(0, cut), ...toKey(path.slice(cut + 1)) }
}

export function addressOf(request: Incoming, world: World): Address {
  if (request.malformed) {
    throw refusal(400, 'InvalidURI', "Couldn't parse the specified URI.")
  }
  const host = hostOf(request)
  const plain = decodeURIComponent(request.path.slice(1))
  const bucket = namedByHost(host) ?? hinted(host, request, world)
  if (bucket) return { bucket, ...toKey(plain) }
  return plain === '' ? {} : split(plain)
}
