import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Ids that look random and are the same for the same requests in the same order. */
export function createRequestIds() {
  let count = 0
  return () => {
    const hex = bytesToHex(sha256(utf8ToBytes(`request ${++count}`)))
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-')
  }
}

/** S3 has its own look: sixteen capitals and digits, and a host's ID beside them. */
export function s3Ids(id: string) {
  const request = id.replaceAll('-', '').slice(0, 16).toUpperCase()
  return { request, host: btoa(`${id} ${id}`) }
}
