/** Requests that the SDK's signer has signed, for specs that then spoil them. */
import { IAMClient } from '@aws-sdk/client-iam'
import { S3Client } from '@aws-sdk/client-s3'

import type { Credentials } from '~/engine/model'
import type { EndpointRequest, EndpointResponse } from './endpoint'
import { uriEncode } from './signature/canonical'

export type Plain = {
  method?: string
  path?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: string
}

export type Signing = {
  service?: string
  region?: string
  date?: Date
}

const HOST = 'aws.localhost:4000'

const toSdk = ({ method = 'GET', path = '/', query = {}, headers = {}, body }: Plain) => ({
  protocol: 'http:',
  hostname: 'aws.localhost',
  port: 4000,
  method,
  path,
  query,
  headers: { host: HOST, ...headers },
  body,
})

type SdkRequest = ReturnType<typeof toSdk>

/** S3's signer is one of its own. */
async function signerFor(
  { expiration: _, ...credentials }: Credentials,
  { service = 'iam', region = 'us-east-1' }: Signing
) {
  const scheme = {
    name: 'sigv4' as const,
    signingName: service,
    signingRegion: region,
    properties: {},
  }
  const options = { region, credentials, endpoint: `http://${HOST}` }
  const { config } = service === 's3' ? new S3Client(options) : new IAMClient(options)
  const { signer } = config
  if (!signer) throw new Error('the SDK has no signer')
  return typeof signer === 'function' ? signer(scheme) : signer
}

const queryText = (query: Record<string, unknown>) =>
  Object.entries(query)
    .map(([name, value]) => `${uriEncode(name)}=${uriEncode(String(value))}`)
    .join('&')

function toRequest(given: Omit<SdkRequest, 'body'>, body = ''): EndpointRequest {
  const query = queryText(given.query)
  const headers = Object.entries(given.headers).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ])
  return {
    method: given.method,
    url: given.path + (query && `?${query}`),
    headers: Object.fromEntries(headers),
    body: new TextEncoder().encode(body),
  }
}

export async function signed(
  credentials: Credentials,
  plain: Plain,
  signing: Signing = {}
): Promise<EndpointRequest> {
  const signer = await signerFor(credentials, signing)
  const { service: signingService = 'iam', region = 'us-east-1', date } = signing
  const result = await signer.sign(toSdk(plain), {
    signingService,
    signingRegion: region,
    ...(date ? { signingDate: date } : {}),
  })
  // the signer gives back what it was given, with headers more
  return toRequest(result as SdkRequest, plain.body)
}

type Presign = (request: SdkRequest, options: object) => Promise<SdkRequest>

export async function presigned(
  credentials: Credentials,
  plain: Plain,
  signing: Signing & { expiresIn: number }
): Promise<EndpointRequest> {
  const signer = await signerFor(credentials, signing)
  const { service: signingService = 'iam', region = 'us-east-1', date, expiresIn } = signing
  // the type of the client's signer tells of one of its two methods
  const presign: Presign = Reflect.get(signer, 'presign')
  // S3 signs addresses for bodies that nobody knows yet
  const open = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
  const headers = signingService === 's3' ? { ...open, ...plain.headers } : plain.headers
  const result = await presign.call(signer, toSdk({ ...plain, headers }), {
    signingService,
    signingRegion: region,
    expiresIn,
    ...(date ? { signingDate: date } : {}),
  })
  return toRequest(result, plain.body)
}

export const unsigned = (plain: Plain) => toRequest(toSdk(plain), plain.body)

/** A form as the Query protocol has it. */
export const form = (fields: Record<string, string>): Plain => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: queryText(fields),
})

export const bodyText = ({ body }: EndpointResponse) =>
  typeof body === 'string' ? body : new TextDecoder().decode(body)

const plainText = (xml: string) =>
  xml
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The text of an element of an answer. */
export function textIn(response: EndpointResponse, name: string) {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(bodyText(response))?.[1]
  return found === undefined ? undefined : plainText(found)
}

/** Status, code and message of a refusal in XML. */
export const said = (response: EndpointResponse) => ({
  status: response.status,
  code: textIn(response, 'Code'),
  message: textIn(response, 'Message'),
})
