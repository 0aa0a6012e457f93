/** The rules of the house that a machine can check. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix, relative, resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

const app = resolve(import.meta.dirname, '..')

type File = { path: string; text: string }

const files: File[] = readdirSync(app, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.includes('/generated/'))
  .map((path) => ({ path: relative(app, path), text: readFileSync(path, 'utf8') }))

const e2e = resolve(app, '../e2e')

/** Our own tests in a browser, and what they share; not the kit that they are written with. */
const browserTests: File[] = readdirSync(e2e)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(e2e, path), 'utf8') }))

const isSpec = ({ path }: File) => /\.spec\.tsx?$/.test(path)
const sources = files.filter((file) => !isSpec(file))

/** Rooms from the most particular; a file belongs to the first that fits. */
const rooms = {
  'components/ui': ['lib'],
  components: ['data', 'stores', 'lib', 'engine', 'scenarios', 'components/ui'],
  engine: [],
  endpoint: ['engine'],
  scenarios: ['engine'],
  labs: ['engine', 'scenarios'],
  faults: ['engine'],
  world: ['engine'],
  server: ['engine', 'scenarios', 'world', 'endpoint', 'faults', 'lib'],
  cli: ['server', 'engine', 'scenarios', 'world', 'endpoint', 'faults', 'lib'],
  stores: ['lib', 'engine'],
  data: ['engine', 'stores', 'lib', 'scenarios', 'labs', 'faults', 'world'],
  lib: [],
} satisfies Record<string, string[]>

type Room = keyof typeof rooms

/** Known exceptions, each with its reason. This list only ever gets shorter. */
const exceptions: Record<string, string> = {}

// the keys are read back from the table above
const roomNames = Object.keys(rooms) as Room[]

const roomOf = (path: string) => roomNames.find((room) => path.startsWith(`${room}/`))

const imports = ({ path, text }: File) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
    .map(([, source = '']) => source)
    .filter((source) => source.startsWith('~/') || source.startsWith('.'))
    .map((source) =>
      source.startsWith('~/')
        ? source.slice(2)
        : posix.normalize(posix.join(dirname(path), source))
    )

const withRule = (text: string, rule: RegExp) =>
  text
    .split('\n')
    .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line))
    .filter((line) => rule.test(line))

/** What breaks a rule, as `path: what`, so that a failure says where to look. */
const breaches = (rule: (file: File) => string[], among = sources) =>
  among.flatMap((file) =>
    file.path in exceptions ? [] : rule(file).map((what) => `${file.path}: ${what}`)
  )

describe('rooms', () => {
  test.each(roomNames)('%s imports only what it may know', (room) => {
    const allowed: string[] = [room, ...rooms[room]]
    const inRoom = sources.filter(({ path }) => roomOf(path) === room)
    const found = breaches(
      (file) =>
        imports(file).filter((target) => {
          const targetRoom = roomOf(`${target}/`) ?? roomOf(target)
          return targetRoom === undefined || !allowed.includes(targetRoom)
        }),
      inRoom
    )
    expect(found).toEqual([])
  })

  test('the engine knows no React, no DOM and no network', () => {
    const rule =
      /from '(?:react|zustand|@tanstack|@cloudscape)|\b(?:window|document\.(?:body|querySelector|createElement|addEventListener))\b|\bfetch\(/
    const inEngine = sources.filter(({ path }) => path.startsWith('engine/'))
    expect(breaches(({ text }) => withRule(text, rule), inEngine)).toEqual([])
  })

  test('the endpoint knows no Node and no DOM, but for its server', () => {
    const rule = /from 'node:|\b(?:window|document|process|Buffer)\./
    const inEndpoint = sources.filter(
      ({ path }) => path.startsWith('endpoint/') && path !== 'endpoint/node-server.ts'
    )
    expect(breaches(({ text }) => withRule(text, rule), inEndpoint)).toEqual([])
  })
})

describe('tests in a browser', () => {
  test('use the kit and nothing behind it', () => {
    const rule = /(?:from|import)\s*\(?\s*'~\//
    expect(breaches(({ text }) => withRule(text, rule), browserTests)).toEqual([])
  })

  test('leave the window hook to the test of the hook', () => {
    const others = browserTests.filter(({ path }) => path !== 'hook.e2e.ts')
    expect(breaches(({ text }) => withRule(text, /__understudy__/), others)).toEqual([])
  })
})

describe('time and chance', () => {
  const rule =
    /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\bcrypto\.randomUUID\(|(?<!\.)\b(?:setTimeout|setInterval|requestAnimationFrame|requestIdleCallback)\(/

  test('are asked of the clock and of nobody else', () => {
    const others = sources.filter(({ path }) => path !== 'lib/clock.ts')
    expect(breaches(({ text }) => withRule(text, rule), others)).toEqual([])
  })
})

describe('types', () => {
  test('nothing is any', () => {
    const rule = /(?:[:<,|&(]\s*|\bas\s+)any\b(?!')/
    expect(breaches(({ text }) => withRule(text, rule), files)).toEqual([])
  })

  test('no compiler complaint is silenced', () => {
    const rule = /@ts-(?:ignore|nocheck|expect-error)/
    const others = files.filter(({ path }) => path !== 'lib/house-rules.spec.ts')
    const silenced = (file: File) => file.text.split('\n').filter((line) => rule.test(line))
    expect(breaches(silenced, others)).toEqual([])
  })
})

describe('names', () => {
  test('files and folders are kebab-case', () => {
    const rule = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.spec|\.d)?\.tsx?$/
    const bad = files.filter(
      ({ path }) =>
        !rule.test(basename(path)) ||
        path
          .split('/')
          .slice(0, -1)
          .some((folder) => !/^[a-z0-9-]+$/.test(folder))
    )
    expect(bad.map(({ path }) => path)).toEqual([])
  })

  test('only route pages and layouts are default exports', () => {
    const found = breaches(({ path, text }) =>
      /^routes\/.*-(?:page|layout)\.tsx$/.test(path)
        ? []
        : withRule(text, /^export default/)
    )
    expect(found).toEqual([])
  })

  test('a route page has a default export', () => {
    const pages = sources.filter(({ path }) => /^routes\/.*-page\.tsx$/.test(path))
    expect(
      breaches(({ text }) => (/^export default/m.test(text) ? [] : ['has none']), pages)
    ).toEqual([])
  })

  test('there is one barrel, the engine', () => {
    const barrels = sources.filter(({ path }) => basename(path).startsWith('index.'))
    expect(barrels.map(({ path }) => path)).toEqual(['engine/index.ts'])
  })
})

test('an exception whose file is gone, is gone too', () => {
  const paths = new Set(files.map(({ path }) => path))
  expect(Object.keys(exceptions).filter((path) => !paths.has(path))).toEqual([])
})
