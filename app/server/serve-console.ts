/** The console behind a port of this machine. */
import type { EndpointRequest } from '~/endpoint/endpoint'
import { listen, type Listening } from '~/endpoint/node-server'
import { type ConsoleOptions, createConsole } from './answer-console'

/** A page of any other name may be anybody's, which has its own name point to this machine. */
const isLoopback = (hostname: string) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

/** A port that is taken is an error with the code `EADDRINUSE`. */
export function serveConsole(
  options: Omit<ConsoleOptions, 'isOurs'>,
  port?: number
): Promise<Listening> {
  const answer = createConsole({ ...options, isOurs: isLoopback })
  const serve = ({ method, url, headers, body }: EndpointRequest, gone: AbortSignal) => {
    const { host = '', origin } = headers
    const text = new TextDecoder().decode(body)
    return answer({ method, path: url, host, origin, body: text }, gone)
  }
  return listen(serve, port === undefined ? {} : { port })
}
