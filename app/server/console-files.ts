/** The built console on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The console has not been built, or is not where it is looked for. */
export class NoConsoleError extends Error {}

const isConsole = (folder: string) => existsSync(join(folder, 'index.html'))

/**
 * The folder of the built console: `dist` in the folder of this program or in one above it, which
 * is beside package.json, from source as in a package.
 */
export function consoleFiles(from = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const dist = join(folder, 'dist')
    if (isConsole(dist)) return dist
    if (folder === dirname(folder)) {
      throw new NoConsoleError('the console is not built: run `npm run build` first')
    }
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

export type ConsoleFile = { type: string; isHashed: boolean; read(): Promise<Uint8Array> }

export type ConsoleFiles = {
  dist: string
  /** The page behind every address, as it was built. */
  page: string
  /** By the path of the address: what is not in the list is not there. */
  files: ReadonlyMap<string, ConsoleFile>
}

const PAGE = '/index.html'

function toFile(path: string, address: string): ConsoleFile {
  let content: Promise<Uint8Array> | undefined
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    // the build puts a hash of what is in it into the name of every asset
    isHashed: address.startsWith('/assets/'),
    read: () => (content ??= readFile(path)),
  }
}

/** Throws a `NoConsoleError` where there is none. */
export function readConsole(dist: string): ConsoleFiles {
  if (!isConsole(dist)) throw new NoConsoleError(`there is no built console in ${dist}`)
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true })
  const files = entries.flatMap((entry): [string, ConsoleFile][] => {
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(dist, path).split(sep).join('/')}`
    const isShown = entry.isFile() && address !== PAGE && !entry.name.startsWith('.')
    return isShown && !address.includes('/.') ? [[address, toFile(path, address)]] : []
  })
  return { dist, page: readFileSync(join(dist, PAGE), 'utf8'), files: new Map(files) }
}
