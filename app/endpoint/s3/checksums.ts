/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { toBase64 } from '~/engine/base64'
import { refusal } from '../refusal'
import { crc32, crc32c, crc64nvme } from './crc'
import { badDigest, notImplemented } from './words'

const PREFIX = 'x-amz-checksum-'

const algorithms: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  crc32,
  crc32c,
  crc64nvme,
  sha1,
  sha256,
  sha512,
  md5,
}

/** Beside the checksums themselves. */
const others = new Set(['mode', 'type', 'algorithm'])

export type Checksum = { header: string; value: string }

export const checksumOf = (bytes: Uint8Array, name = 'crc32'): Checksum => ({
  header: PREFIX + name,
  value: toBase64((algorithms[name] ?? crc32)(bytes)),
})

function checkMd5(given: string | undefined, body: Uint8Array) {
  if (given === undefined) return
  if (!/^[A-Za-z0-9+/]{22}==$/.test(given)) {
    throw refusal(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.')
  }
  const computed = toBase64(md5(body))
  if (given === computed) return
  throw refusal(
    400,
    'BadDigest',
    'The Content-MD5 you specified did not match what we received.',
    { ExpectedDigest: given, CalculatedDigest: computed }
  )
}

/** Throws when a checksum does not fit; gives those that do, for the answer to repeat. */
export function checkChecksums(headers: Record<string, string>, body: Uint8Array) {
  checkMd5(headers['content-md5'], body)
  return Object.entries(headers).flatMap(([header, value]): Checksum[] => {
    const name = header.startsWith(PREFIX) ? header.slice(PREFIX.length) : ''
    if (name === '' || others.has(name)) return []
    if (!Object.hasOwn(algorithms, name)) throw notImplemented(header)
    if (checksumOf(body, name).value !== value) throw badDigest(name.toUpperCase())
    return [{ header, value }]
  })
}
