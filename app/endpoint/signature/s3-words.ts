/**
 * How S3 refuses a signature.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { refusal } from '../refusal'
import { printExtended } from './times'
import type { Carrier, ScopeFault, SignatureWords } from './words'

const EXPECTED = 'expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".'

/** What is wrong with a signature's form is said in one way for each place it can be in. */
const malformed = (carrier: Carrier, what: string, details = {}) =>
  carrier === 'header'
    ? refusal(
        400,
        'AuthorizationHeaderMalformed',
        `The authorization header is malformed; ${what}`,
        details
      )
    : refusal(
        400,
        'AuthorizationQueryParametersError',
        `Error parsing the X-Amz-Credential parameter; ${what}`,
        details
      )

function badScope({ scope, carrier, date, isRegion }: ScopeFault) {
  if (scope.terminator !== 'aws4_request') {
    return malformed(
      carrier,
      `incorrect terminal "${scope.terminator}". This endpoint uses "aws4_request".`
    )
  }
  if (scope.service !== 's3') {
    return malformed(
      carrier,
      `incorrect service "${scope.service}". This endpoint belongs to "s3".`
    )
  }
  if (!isRegion) {
    const details = { Region: 'us-east-1' }
    return malformed(
      carrier,
      `the region '${scope.region}' is wrong; expecting 'us-east-1'`,
      details
    )
  }
  return malformed(
    carrier,
    `Invalid credential date "${scope.date}". This date is not the same as X-Amz-Date: "${date.slice(0, 8)}".`
  )
}

const hexOf = (text: string) =>
  [...utf8ToBytes(text)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')

const NEEDS =
  'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.'

export const SKEW_MINUTES = 15

export const accessDenied = (message: string, details = {}) =>
  refusal(403, 'AccessDenied', message, details)

export const badQuery = (message: string) =>
  refusal(400, 'AuthorizationQueryParametersError', message)

/** Nothing in the header means that the query speaks of a signature. */
function unsupported(authorization: string, algorithm: string) {
  if (authorization === '') {
    return badQuery(
      algorithm === ''
        ? NEEDS
        : 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"'
    )
  }
  // the second version's
  if (algorithm === 'AWS') {
    return refusal(
      400,
      'InvalidRequest',
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.'
    )
  }
  return refusal(400, 'InvalidArgument', 'Unsupported Authorization Type', {
    ArgumentName: 'Authorization',
    ArgumentValue: authorization,
  })
}

export const s3Words: SignatureWords = {
  unsigned: () => accessDenied('Access Denied'),
  unsupported,
  missingParts: (_names, carrier) =>
    carrier === 'header'
      ? malformed(
          carrier,
          'the authorization header requires three components: Credential, SignedHeaders, and Signature.'
        )
      : badQuery(NEEDS),
  noDate: () =>
    accessDenied('AWS authentication requires a valid Date or x-amz-date header'),
  badDate: (_date, carrier) =>
    carrier === 'header'
      ? accessDenied('AWS authentication requires a valid Date or x-amz-date header')
      : badQuery(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`),
  badCredential: (_credential, carrier) =>
    malformed(carrier, `the Credential is mal-formed; ${EXPECTED}`),
  badScope,
  unsignedHeaders: (names) =>
    accessDenied('There were headers present in the request which were not signed', {
      HeadersNotSigned: names.join(', '),
    }),
  skewed: (signed, _at, now) =>
    refusal(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      {
        RequestTime: signed,
        ServerTime: printExtended(now),
        MaxAllowedSkewMilliseconds: String(SKEW_MINUTES * 60_000),
      }
    ),
  unknownKey: (accessKeyId) =>
    refusal(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      { AWSAccessKeyId: accessKeyId }
    ),
  wrongToken: (token) =>
    refusal(
      400,
      'InvalidToken',
      'The provided token is malformed or otherwise invalid.',
      token === '' ? {} : { 'Token-0': token }
    ),
  expiredToken: (token) =>
    refusal(400, 'ExpiredToken', 'The provided token has expired.', { 'Token-0': token }),
  mismatch: ({ accessKeyId, signature, canonical, toSign }) =>
    refusal(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      {
        AWSAccessKeyId: accessKeyId,
        StringToSign: toSign,
        SignatureProvided: signature,
        StringToSignBytes: hexOf(toSign),
        CanonicalRequest: canonical,
        CanonicalRequestBytes: hexOf(canonical),
      }
    ),
}
