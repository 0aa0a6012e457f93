/** Node's server in front of an endpoint, for this machine alone. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type EndpointRequest, type EndpointResponse, LARGEST_BODY } from './endpoint'

/** `gone` is aborted when the client goes away before it has its answer. */
type Handle = (request: EndpointRequest, gone: AbortSignal) => Promise<EndpointResponse>

export type Listening = { url: string; close: () => Promise<void> }

/** One byte more than what is taken is enough to be refused for, and is all that is kept. */
async function readBody(message: IncomingMessage) {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message) {
    if (!(chunk instanceof Buffer) || length > LARGEST_BODY) continue
    chunks.push(chunk)
    length += chunk.length
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const joined = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ])
  )

function write(response: ServerResponse, { status, headers, body }: EndpointResponse) {
  response.writeHead(status, {
    // an answer to HEAD says how long the content is that it leaves out
    ...(status === 204 || status === 304 || 'content-length' in headers
      ? {}
      : { 'content-length': Buffer.byteLength(body) }),
    ...headers,
  })
  response.end(body)
}

async function serve(handle: Handle, message: IncomingMessage, response: ServerResponse) {
  const body = await readBody(message)
  const { method = 'GET', url = '/' } = message
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  const request = { method, url, headers: joined(message.headers), body }
  write(response, await handle(request, gone.signal))
}

/** On a free port of 127.0.0.1 where none is given. */
export function listen(handle: Handle, { port = 0 }: { port?: number } = {}) {
  const server = createServer((message, response) => {
    // a client that goes away in the middle of a request gets no answer
    serve(handle, message, response).catch(() => response.destroy())
  })
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()))
      server.closeAllConnections()
    })
  return new Promise<Listening>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const at = typeof address === 'object' && address ? address.port : port
      resolve({ url: `http://127.0.0.1:${at}`, close })
    })
  })
}
