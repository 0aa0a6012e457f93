/**
 * S3 in REST with XML.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html
 */
import type { Cloud } from '~/engine'
import type { Credentials } from '~/engine/model'
import { findBucket } from '~/engine/world'
import { type Door, isOffered, methodOf, type Visit } from '../door'
import type { EndpointResponse } from '../endpoint'
import { Refusal } from '../refusal'
import { s3Ids } from '../request-id'
import { loadTable, type Table } from '../shapes'
import { uriEncode } from '../signature/canonical'
import { rawSignature } from '../signature/read'
import { accessDenied, s3Words } from '../signature/s3-words'
import { element, escapeXml } from '../xml/print'
import { type Address, addressOf } from './address'
import { checkChecksums } from './checksums'
import { composed } from './composed'
import { type Input, readInput } from './input'
import { narrow } from './objects'
import { DECLARATION, printOutput } from './output'
import { findOperation } from './route'
import { openRequest } from './sign'
import { refuseUnheeded } from './understood'
import { notImplemented } from './words'

type Output = Record<string, unknown>

function checkOwner({ world }: Cloud, { Bucket, ExpectedBucketOwner: owner }: Input) {
  if (owner === undefined || typeof Bucket !== 'string') return
  const found = findBucket(world, Bucket)
  if (found && found.account.id !== owner) throw accessDenied('Access Denied')
}

async function run(
  cloud: Cloud,
  credentials: Credentials | undefined,
  operation: string,
  input: Input
): Promise<Output> {
  const { s3 } = cloud.client(credentials)
  const method = methodOf(s3, operation)
  const output = await (method ? method(input) : composed[operation]?.(s3, input))
  return { ...output }
}

type Content = { transformToByteArray: () => Promise<Uint8Array> }

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && 'transformToByteArray' in value

/** Names in a listing, where the client wants them encoded: XML cannot hold every key. */
function encoded(output: Output, { EncodingType }: Input): Output {
  if (EncodingType !== 'url') return output
  const named = ['Prefix', 'Delimiter', 'StartAfter', 'Marker', 'NextMarker', 'Key']
  const encode = (text: string) => uriEncode(text).replaceAll('%2F', '/')
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null || value instanceof Date) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        typeof each === 'string' && named.includes(key) ? encode(each) : walk(each),
      ])
    )
  }
  return { ...Object(walk(output)), EncodingType }
}

const isRead = (operation: string) =>
  operation === 'GetObject' || operation === 'HeadObject'

async function respond(table: Table, operation: string, input: Input, output: Output) {
  const content = isContent(output.Body)
    ? { ...output, Body: await output.Body.transformToByteArray() }
    : output
  // what is read for its headers alone is printed as if it were read
  const printed = operation === 'HeadObject' ? 'GetObject' : operation
  const response = printOutput(table, printed, encoded(content, input))
  const { ETag, LastModified } = output
  return isRead(operation) && typeof ETag === 'string' && LastModified instanceof Date
    ? narrow(response, input, { etag: ETag, modified: LastModified })
    : response
}

function operationFor(table: Table, { request, cloud }: Visit, address: Address) {
  const operation = findOperation(table, request, address)
  const isKnown =
    operation !== undefined &&
    (isOffered(cloud, 's3', operation) || Object.hasOwn(composed, operation))
  if (!isKnown) throw notImplemented()
  return operation
}

function withIds(response: EndpointResponse, id: string, method: string): EndpointResponse {
  const { request, host } = s3Ids(id)
  const headers = {
    ...response.headers,
    'x-amz-request-id': request,
    'x-amz-id-2': host,
  }
  return { ...response, headers, ...(method === 'HEAD' ? { body: '' } : {}) }
}

/** Codes of other services that S3 has its own for. */
function inOwnWords(error: Parameters<Door['refuse']>[0], { request }: Visit) {
  const raw = rawSignature(request)
  const token = raw?.token ?? ''
  const [key = ''] = raw?.credential?.split('/') ?? []
  switch (error.code) {
    case 'ExpiredToken':
      return s3Words.expiredToken(token)
    case 'InvalidClientTokenId':
      return token === '' ? s3Words.unknownKey(key) : s3Words.wrongToken(token)
    case 'MissingAuthenticationToken':
      return s3Words.unsigned()
    case 'InternalFailure':
      return new Refusal(
        500,
        'InternalError',
        'We encountered an internal error. Please try again.'
      )
    default:
      return error
  }
}

/** S3 names what it did not find. */
function found(code: string, address: Address): Record<string, string> {
  if (code === 'NoSuchKey') return { Key: address.key ?? '' }
  return code.includes('Bucket') ? { BucketName: address.bucket ?? '' } : {}
}

function addressIfAny(visit: Visit): Address {
  try {
    return addressOf(visit.request, visit.cloud.world)
  } catch {
    return {}
  }
}

export const s3Door: Door = {
  async answer(visit) {
    const { request, cloud, id } = visit
    const address = addressOf(request, cloud.world)
    const table = await loadTable('s3')
    const operation = operationFor(table, visit, address)
    const { credentials, body, trailers } = openRequest(visit)
    const checksums = checkChecksums({ ...request.headers, ...trailers }, body)
    const shape = table.operations[operation]?.[0]
    const input = shape ? readInput(table, shape, request, address, body) : {}
    refuseUnheeded(table, operation, input)
    checkOwner(cloud, input)
    const output = await run(cloud, credentials, operation, input)
    const response = await respond(table, operation, input, output)
    const repeated =
      operation === 'PutObject'
        ? Object.fromEntries(checksums.map(({ header, value }) => [header, value]))
        : {}
    const headers = { ...response.headers, ...repeated }
    return withIds({ ...response, headers }, id, request.method)
  },

  refuse(error, visit) {
    const { request, id } = visit
    const own = inOwnWords(error, visit)
    const details = own instanceof Refusal ? own.details : {}
    const ids = s3Ids(id)
    const parts = {
      Code: own.code,
      Message: own.message,
      ...details,
      ...found(own.code, addressIfAny(visit)),
      Resource: request.path,
      RequestId: ids.request,
      HostId: ids.host,
    }
    const inner = Object.entries(parts).map(([name, value]) =>
      element(name, escapeXml(value))
    )
    const response = {
      status: own.status,
      headers: { 'content-type': 'application/xml' },
      body: DECLARATION + element('Error', inner.join('')),
    }
    return withIds(response, id, request.method)
  },
}
