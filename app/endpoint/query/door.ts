/**
 * IAM and STS in AWS's Query protocol.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
import { signerOf } from '../authenticate'
import { type Door, isOffered, methodOf, type Visit } from '../door'
import type { EndpointResponse } from '../endpoint'
import { type Incoming, type Pair, parsePairs, textOf } from '../incoming'
import { refusal } from '../refusal'
import { loadTable, operationOf, structureOf, type Table } from '../shapes'
import { queryWords } from '../signature/query-words'
import { createPrinter, element, escapeXml, seconds } from '../xml/print'
import { readParams } from './params'

export type QueryService = 'iam' | 'sts'

/** AWS takes a signature for so long from these two, before and after its time. */
const MINUTES = 15

const words = queryWords(MINUTES)

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html */
const withoutSignature = new Set(['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'])

/** What is no operation of the service's is answered in front of it, in another namespace. */
const FAULT = 'http://webservices.amazon.com/AWSFault/2005-15-09'

const namespaceOf = (service: QueryService, version: string) =>
  `https://${service}.amazonaws.com/doc/${version}/`

const versions = { iam: '2010-05-08', sts: '2011-06-15' } as const

const beforeTheService = new Set(['InvalidAction', 'MissingAction'])

/** Parameters of the query and of a form. Throws `MalformedQueryString`. */
export function paramsOf({ query, body, method, malformed }: Incoming): Pair[] {
  try {
    if (malformed) throw new URIError()
    return method === 'POST' ? [...query, ...parsePairs(textOf(body))] : query
  } catch {
    throw refusal(400, 'MalformedQueryString', 'The query string contains a syntax error.')
  }
}

const paramOf = (params: Pair[], name: string) => params.find(([key]) => key === name)?.[1]

const xml = (status: number, id: string, body: string): EndpointResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
  body,
})

function actionOf({ cloud }: Visit, service: QueryService, params: Pair[]) {
  const action = paramOf(params, 'Action')
  if (!action) throw refusal(400, 'MissingAction', 'Missing Action')
  const version = paramOf(params, 'Version')
  if (version !== versions[service] || !isOffered(cloud, service, action)) {
    throw refusal(
      400,
      'InvalidAction',
      `Could not find operation ${action} for version ${version ?? 'NO_VERSION_SPECIFIED'}`
    )
  }
  return action
}

/** `output` is what the engine answers; `id` is the request's. */
export function printAnswer(
  table: Table,
  namespace: string,
  action: string,
  output: object,
  id: string
) {
  const shape = operationOf(table, action)?.[1]
  const printer = createPrinter(table, { time: seconds })
  const result = shape
    ? element(`${action}Result`, printer.members(structureOf(table, shape).m, output))
    : ''
  const metadata = element('ResponseMetadata', element('RequestId', id))
  return element(`${action}Response`, result + metadata, ` xmlns="${namespace}"`)
}

export const queryDoor = (service: QueryService): Door => ({
  async answer(visit) {
    const { request, cloud, id } = visit
    const params = paramsOf(request)
    const action = actionOf(visit, service, params)
    const credentials = withoutSignature.has(action)
      ? undefined
      : signerOf(visit, { service, words, minutes: MINUTES })
    const table = await loadTable(service)
    const shape = operationOf(table, action)?.[0]
    const input = shape ? readParams(table, shape, params) : {}
    const method = methodOf(cloud.client(credentials)[service], action)
    const output = (await method?.(input)) ?? {}
    const namespace = namespaceOf(service, table.version)
    return xml(200, id, printAnswer(table, namespace, action, output, id))
  },

  refuse({ code, message, status }, { id }) {
    const namespace = beforeTheService.has(code)
      ? FAULT
      : namespaceOf(service, versions[service])
    const error =
      element('Type', status < 500 ? 'Sender' : 'Receiver') +
      element('Code', escapeXml(code)) +
      element('Message', escapeXml(message))
    const body = element('Error', error) + element('RequestId', id)
    return xml(status, id, element('ErrorResponse', body, ` xmlns="${namespace}"`))
  },
})
