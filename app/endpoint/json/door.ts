/**
 * CloudTrail in AWS's JSON protocol.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
import { signerOf } from '../authenticate'
import { type Door, isOffered, methodOf, type Visit } from '../door'
import type { EndpointResponse } from '../endpoint'
import { textOf } from '../incoming'
import { refusal } from '../refusal'
import { loadTable, operationOf } from '../shapes'
import { queryWords } from '../signature/query-words'
import { printJson, readJson } from './values'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html */
const MINUTES = 5

const words = queryWords(MINUTES)

/** Codes that services of this protocol call by other names. */
const codes: Record<string, string> = {
  AccessDenied: 'AccessDeniedException',
  ExpiredToken: 'ExpiredTokenException',
  IncompleteSignature: 'IncompleteSignatureException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  ValidationError: 'ValidationException',
}

const json = (status: number, id: string, body: unknown): EndpointResponse => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': id },
  body: printJson(body),
})

/** `CloudTrail_20131101.LookupEvents`, with or without the service's package in front. */
function operationNamed({ request, cloud }: Visit) {
  const target = request.headers['x-amz-target'] ?? ''
  const [, name = ''] = /(?:^|\.)CloudTrail_20131101\.(\w+)$/.exec(target) ?? []
  if (isOffered(cloud, 'cloudTrail', name)) return name
  throw refusal(400, 'UnknownOperationException', '')
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw refusal(400, 'SerializationException', 'The request is no JSON')
  }
}

export const jsonDoor: Door = {
  async answer(visit) {
    const { request, cloud, id } = visit
    const name = operationNamed(visit)
    const credentials = signerOf(visit, { service: 'cloudtrail', words, minutes: MINUTES })
    const table = await loadTable('cloudtrail')
    const shape = operationOf(table, name)?.[0]
    const input = shape ? readJson(table, shape, parse(textOf(request.body))) : {}
    const output = await methodOf(cloud.client(credentials).cloudTrail, name)?.(input)
    return json(200, id, output ?? {})
  },

  refuse: ({ code, message, status }, { id }) =>
    json(status < 500 ? 400 : status, id, { __type: codes[code] ?? code, message }),
}
