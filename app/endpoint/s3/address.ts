/**
 * Bucket and key, from the path or from the host.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
import type { Incoming } from '../incoming'
import { refusal } from '../refusal'

export type Address = { bucket?: string; key?: string }

/** `bucket.s3.localhost`, `bucket.s3.eu-west-1.amazonaws.com`, `bucket.localhost`. */
const hosts = [/^(.+)\.s3(?:[.-][a-z0-9-]+)*$/, /^(?!s3\.)(.+)\.localhost$/]

export function bucketOfHost(host: string | undefined) {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '')
  // the names of S3's own hosts begin with it, and no bucket is called so
  if (/^s3[.-]/.test(name)) return undefined
  return hosts.map((pattern) => pattern.exec(name)?.[1]).find((bucket) => bucket)
}

function split(path: string): Address {
  const cut = path.indexOf('/')
  return cut < 0
    ? { bucket: path }
    : { bucket: path.slice(0, cut), ...toKey(path.slice(cut + 1)) }
}

const toKey = (key: string) => (key === '' ? {} : { key })

export function addressOf({ path, headers, malformed }: Incoming): Address {
  if (malformed) throw refusal(400, 'InvalidURI', "Couldn't parse the specified URI.")
  const plain = decodeURIComponent(path.slice(1))
  const bucket = bucketOfHost(headers.host)
  if (bucket) return { bucket, ...toKey(plain) }
  return plain === '' ? {} : split(plain)
}
