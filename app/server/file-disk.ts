/**
 * A world in one file, for one program at a time. The first line is the snapshot, every further
 * line a change. A change is a line that is added; a snapshot is a new file that takes the old
 * one's place. Whenever the program is killed, the file has all that was acknowledged.
 */
import { existsSync } from 'node:fs'
import { appendFile, open, readFile, rename, rm } from 'node:fs/promises'
import type { Change } from '~/engine'
import { DamagedWorldError, type Disk, restore, type Stored } from '~/world/disk'
import { createMemoryDisk } from '~/world/memory-disk'

const SCHEMA = 'understudy.world-file/v1'

type Head = { schema: string; stored: Stored }

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' && value !== null && 'schema' in value && 'stored' in value

/** A last line without an end was being written when the program was killed. */
const completeLines = (text: string) => text.split('\n').slice(0, -1)

function parse(text: string): Stored {
  const [first = '', ...others] = completeLines(text)
  try {
    const head: unknown = JSON.parse(first)
    if (!isHead(head) || head.schema !== SCHEMA) {
      throw new Error(`it does not begin as ${SCHEMA} does`)
    }
    // `restore` checks what comes of it
    const changes = others.map((line) => JSON.parse(line) as Change)
    return restore(head.stored, changes, head.stored.upTo + changes.length)
  } catch (error) {
    if (error instanceof DamagedWorldError) throw error
    throw new DamagedWorldError(String(error), { cause: error })
  }
}

/** The file is somebody else's: it never held a world, and is left as it is. */
export class ForeignFileError extends Error {}

/** Files of ours begin so whatever became of the rest, for they are never half written. */
const BEGINNING = `{"schema":"understudy.world-file/`

/** Writes beside the file first: a file that is half written never bears its name. */
async function replaceFile(path: string, text: string) {
  const next = `${path}.new`
  const file = await open(next, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(next, path)
}

const print = (stored: Stored) =>
  `${JSON.stringify({ schema: SCHEMA, stored } satisfies Head)}\n`

/** A name beside the file that nothing has yet. */
function freeName(path: string) {
  for (let number = 1; ; number++) {
    const name = `${path}.damaged-${number}`
    if (!existsSync(name)) return name
  }
}

type Found = { stored?: Stored | undefined; damage?: DamagedWorldError }

async function find(path: string): Promise<Found> {
  if (!existsSync(path)) return {}
  const text = await readFile(path, 'utf8')
  if (text === '') return {}
  if (!text.startsWith(BEGINNING)) {
    throw new ForeignFileError(`${path} is another kind of file, and is left as it is`)
  }
  try {
    return { stored: parse(text) }
  } catch (error) {
    if (error instanceof DamagedWorldError) return { damage: error }
    throw error
  }
}

/**
 * Throws `ForeignFileError` when the file was never one of these; `read` throws
 * `DamagedWorldError` when it was, and is no more.
 */
export async function openFileDisk(path: string): Promise<Disk> {
  const { stored: found, damage: foundDamage } = await find(path)
  let damage = foundDamage
  let memory = createMemoryDisk(found)
  // one line is no part of another, and a snapshot has no change behind it that it contains
  let writing: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = writing.then(work, work)
    writing = done.catch(() => undefined)
    return done
  }
  // the last run may have left half a line
  if (found) await replaceFile(path, print(found))

  return {
    head: () => memory.head(),
    async read() {
      if (damage) throw damage
      return memory.read()
    },
    readNewer: (place) => memory.readNewer(place),
    append: (change) =>
      inOrder(async () => {
        await appendFile(path, `${JSON.stringify(change)}\n`)
        return memory.append(change)
      }),
    writeSnapshot: (stored) =>
      inOrder(async () => {
        await replaceFile(path, print(stored))
        await memory.writeSnapshot(stored)
      }),
    setAside: () =>
      inOrder(async () => {
        const aside = freeName(path)
        await rename(path, aside)
        await rm(`${path}.new`, { force: true })
        damage = undefined
        memory = createMemoryDisk()
        return aside
      }),
  }
}
