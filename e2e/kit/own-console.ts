/** The built console on a free port, for tests whose config names no address. */
import { serveConsole } from '~/server/serve-console'
import { readConsole } from '~/server/console-files'
import { consoleFolder } from './console-folder'

export type OwnConsole = {
  /** Starts it when it is asked for first. */
  url(): Promise<string>
  close(): Promise<void>
}

export function createOwnConsole(): OwnConsole {
  let served: ReturnType<typeof serveConsole> | undefined
  return {
    async url() {
      served ??= serveConsole({ files: readConsole(consoleFolder()) })
      return (await served).url
    },
    async close() {
      await (await served)?.close()
    },
  }
}
