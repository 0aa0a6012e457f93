/** The console and the endpoint on two ports of this machine, with one world behind them. */
import { listen } from '~/endpoint/node-server'
import type { ConsoleOptions } from './answer-console'
import { readConsole } from './console-files'
import { serveConsole } from './serve-console'
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

/** A port that is taken is an error with the code `EADDRINUSE`, and nothing is left open. */
export async function startServer(options: ServerOptions) {
  const files = readConsole(options.dist)
  const stage = await createStage(options)
  const shown: Omit<ConsoleOptions, 'isOurs'> = {
    files,
    ...(options.inBrowser ? {} : { host: stage.host }),
    ...(options.keepsIdentity ? { keepsIdentity: true } : {}),
    ...(options.start ? { start: options.start } : {}),
    ...(typeof options.scenario === 'object' ? { scenario: stage.scenario() } : {}),
  }
  const pages = await serveConsole(shown, options.port)
  const { endpointPort } = options
  const endpoint = await listen(
    stage.endpoint,
    endpointPort === undefined ? {} : { port: endpointPort }
  ).catch(async (error: unknown) => {
    await pages.close()
    throw error
  })
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
