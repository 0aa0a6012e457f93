/** From a command line to an exit code. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ArgumentError, readArguments, usage } from './arguments'
import { serve, ServeError } from './serve'

export type Terminal = {
  out(text: string): void
  err(text: string): void
  /** Resolves when whoever started the program wants it to end. */
  ended(): Promise<void>
}

/** As commands say that they were called wrongly. */
const MISUSE = 2

/** Of the package that this is in. */
function versionOf(folder = dirname(fileURLToPath(import.meta.url))): string {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return versionOf(dirname(folder))
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return version
}

async function runNow(given: string[], terminal: Terminal, dist?: string) {
  const asked = readArguments(given)
  if (asked.help) return terminal.out(usage)
  if (asked.version) return terminal.out(`${versionOf()}\n`)
  const { greeting, close } = await serve(asked, dist)
  terminal.out(greeting)
  await terminal.ended()
  await close()
}

/** Resolves with the exit code. */
export async function run(given: string[], terminal: Terminal, dist?: string) {
  try {
    await runNow(given, terminal, dist)
    return 0
  } catch (error) {
    if (error instanceof ArgumentError) {
      terminal.err(`${error.message}\n`)
      return MISUSE
    }
    if (!(error instanceof ServeError)) throw error
    terminal.err(`${error.message}\n`)
    return 1
  }
}
