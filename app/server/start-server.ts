/** The console and the endpoint on two ports of this machine, with one world behind them. */
import type { EndpointRequest } from '~/endpoint/endpoint'
import { listen } from '~/endpoint/node-server'
import { type ConsoleOptions, createConsole } from './answer-console'
import { readConsole } from './console-files'
import { createStage, type StageOptions } from './stage'

export type ServerOptions = StageOptions &
  Pick<ConsoleOptions, 'keepsIdentity' | 'start'> & {
    /** A free one without it. */
    port?: number
    endpointPort?: number
    /** Whether every browser keeps a world of its own, and the stage is the endpoint's alone. */
    inBrowser?: boolean
  }

export type Server = Awaited<ReturnType<typeof startServer>>

const isLoopback = (hostname: string) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

const textOf = (body: Uint8Array) => new TextDecoder().decode(body)

/** A port that is taken is an error with the code `EADDRINUSE`, and nothing is left open. */
export async function startServer(options: ServerOptions) {
  const files = readConsole(options.dist)
  const stage = await createStage(options)
  const answer = createConsole({
    files,
    isOurs: isLoopback,
    ...(options.inBrowser ? {} : { host: stage.host }),
    ...(options.keepsIdentity ? { keepsIdentity: true } : {}),
    ...(options.start ? { start: options.start } : {}),
    ...(typeof options.scenario === 'object' ? { scenario: stage.scenario() } : {}),
  })
  const serve = ({ method, url, headers, body }: EndpointRequest, gone: AbortSignal) =>
    answer(
      {
        method,
        path: url,
        host: headers.host ?? '',
        origin: headers.origin,
        body: textOf(body),
      },
      gone
    )
  const pages = await listen(serve, portOf(options.port))
  const endpoint = await listen(stage.endpoint, portOf(options.endpointPort)).catch(
    async (error: unknown) => {
      await pages.close()
      throw error
    }
  )
  return {
    stage,
    consoleUrl: pages.url,
    endpointUrl: endpoint.url,
    async close() {
      await stage.close()
      await Promise.all([pages.close(), endpoint.close()])
    },
  }
}

const portOf = (port: number | undefined) => (port === undefined ? {} : { port })
