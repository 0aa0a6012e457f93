/** Who signs a request to a service that is not S3, which has rules of its own. */
import type { Visit } from './door'
import { sha256Hex } from './signature/crypto'
import { rawSignature, readSignature } from './signature/read'
import { verify } from './signature/verify'
import type { SignatureWords } from './signature/words'

type Rules = {
  /** As the scope of a signature names it. */
  service: string
  words: SignatureWords
  /** How old a signature may be, or how far ahead. */
  minutes: number
}

/**
 * The credentials that a request was signed with. A signature in the query is good for as long
 * as one in a header, whatever `X-Amz-Expires` says: that is S3's alone.
 * https://github.com/aws/aws-sdk-ruby/issues/2887
 */
export function signerOf({ request, cloud, now }: Visit, rules: Rules) {
  const { words, minutes, service } = rules
  const raw = rawSignature(request)
  if (!raw) throw words.unsigned()
  const read = readSignature(raw, words)
  if (Math.abs(read.at - now) > minutes * 60_000) {
    throw words.skewed(read.sentDate, read.at, now)
  }
  const payloadHash = sha256Hex(request.body)
  return verify(cloud, request, read, { service, words, payloadHash }).credentials
}
