/**
 * How IAM, STS and services like them refuse a signature.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
import { toBase64 } from '~/engine/base64'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { refusal } from '../refusal'
import { printBasic } from './times'
import type { ScopeFault, SignatureWords } from './words'

const incomplete = (message: string) => refusal(400, 'IncompleteSignature', message)
const mismatch = (message: string) => refusal(403, 'SignatureDoesNotMatch', message)
const invalidToken = () =>
  refusal(
    403,
    'InvalidClientTokenId',
    'The security token included in the request is invalid.'
  )

/** The header itself is not repeated: there is a secret's shadow in it. */
const hashed = (authorization: string) =>
  `(Hashed with SHA-256 and encoded with Base64) Authorization=${toBase64(sha256(utf8ToBytes(authorization)))}`

function scopeFaults({ scope, service, isRegion, date }: ScopeFault) {
  const day = date.slice(0, 8)
  return [
    ...(isRegion
      ? []
      : [`Credential should be scoped to a valid region, not '${scope.region}'. `]),
    ...(scope.service === service
      ? []
      : [`Credential should be scoped to correct service: '${service}'. `]),
    ...(scope.terminator === 'aws4_request'
      ? []
      : [
          `Credential should be scoped with a valid terminator: 'aws4_request', not '${scope.terminator}'. `,
        ]),
    ...(scope.date === day
      ? []
      : [
          `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scope.date}' != '${day}', from '${date}'.`,
        ]),
  ]
}

/** `minutes` is how old a signature may be, or how far ahead. */
export const queryWords = (minutes: number): SignatureWords => ({
  unsigned: () =>
    refusal(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token'),
  unsupported: () =>
    refusal(403, 'MissingAuthenticationToken', 'Missing Authentication Token'),
  missingParts: (names, carrier, authorization) =>
    incomplete(
      carrier === 'header'
        ? `${names.map((name) => `Authorization header requires '${name}' parameter.`).join(' ')} ${hashed(authorization)}`
        : `AWS query-string parameters must include ${names.map((name) => `'${name}'`).join(', ')}. Re-examine the query-string parameters.`
    ),
  noDate: (authorization) =>
    incomplete(
      `Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ${hashed(authorization)}`
    ),
  badDate: (date) =>
    incomplete(
      `Date must be in ISO-8601 'basic format'. Got '${date}'. See http://en.wikipedia.org/wiki/ISO_8601`
    ),
  badCredential: (credential) =>
    incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`
    ),
  badScope: (fault) => mismatch(scopeFaults(fault).join('')),
  unsignedHeaders: (names) =>
    names.includes('host')
      ? mismatch(
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
        )
      : mismatch(
          `'${names.join("', '")}' must be a 'SignedHeader' in the AWS Authorization.`
        ),
  skewed: (_signed, at, now) => {
    const sign = at < now ? -1 : 1
    const limit = printBasic(now + sign * minutes * 60_000)
    const how = `(${printBasic(now)} ${sign < 0 ? '-' : '+'} ${minutes} min.)`
    return mismatch(
      sign < 0
        ? `Signature expired: ${printBasic(at)} is now earlier than ${limit} ${how}`
        : `Signature not yet current: ${printBasic(at)} is still later than ${limit} ${how}`
    )
  },
  unknownKey: invalidToken,
  wrongToken: invalidToken,
  expiredToken: () =>
    refusal(403, 'ExpiredToken', 'The security token included in the request is expired'),
  mismatch: () =>
    mismatch(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
    ),
})
