/** The package as somebody else gets it: packed, installed in an empty project, and used there. */
import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { AwsCredentialIdentity } from '@smithy/types'
import { expect, test } from './kit'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..')

type Packed = { filename: string; files: { path: string }[] }

const manifest = async () =>
  JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8'))

/** What `npm publish` would send of a folder; our build is there already. */
async function pack(from: string): Promise<Packed> {
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', project],
    { cwd: from, maxBuffer: 1 << 26 }
  )
  const [packed] = JSON.parse(stdout) as Packed[]
  if (!packed) throw new Error('npm packed nothing')
  return packed
}

/** Where the relative links of a packed text lead to, from the package's own folder. */
async function linksOf(file: string): Promise<string[]> {
  const text = await fs.readFile(path.join(root, file), 'utf8')
  return [...text.matchAll(/\]\(([^)#\s]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => path.posix.join(path.posix.dirname(file), target))
}

const spec = `
import { expect, test } from 'understudy/playwright'

test.use({ scenario: 'stuart', as: 'user/Admin' })

test('the new role trusts Stuart alone', async ({ iam, page, u }) => {
  await iam.roles.open()
  const wizard = await iam.roles.create()
  await wizard.trustAccount('this')
  const role = await wizard.finish({ name: 'Reports' })
  await expect(page).toHaveFlash('Role Reports created.')
  await role.trust.edit((json: string) => json.replace(':root', ':user/Stuart'))
  await expect(u).toDenyAssume('user/Alex', 'role/Reports')
})
`

/** The browser is the one that this run has; a project of its own would install one. */
const config = (launchOptions: unknown) => `
import { defineConfig } from '@playwright/test'
export default defineConfig({ use: { launchOptions: ${JSON.stringify(launchOptions)} } })
`

/** As a bundler finds modules, and as Node itself does. */
const resolutions = [
  { module: 'ESNext', moduleResolution: 'bundler' },
  { module: 'NodeNext', moduleResolution: 'NodeNext' },
]

const compilerOptions = {
  target: 'ESNext',
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  // Playwright's own types need Node's, and the newest of the language's
  types: ['node'],
}

test.describe.configure({ mode: 'serial' })

let project = ''

test.beforeAll(async () => {
  project = await fs.mkdtemp(path.join(os.tmpdir(), 'understudy-package-'))
})

test.afterAll(() => fs.rm(project, { recursive: true, force: true }))

test('the package holds the console, the kit and the command, and no sources', async () => {
  const { filename, files } = await pack(root)
  const names = files.map((file) => file.path)
  for (const wanted of [
    'dist/index.html',
    'dist/scenarios/stuart.json',
    'dist-node/playwright.js',
    'dist-node/cli.js',
    'dist-node/types/e2e/kit/index.d.ts',
    'LICENSE',
    'README.md',
    'e2e/kit/README.md',
  ]) {
    expect(names).toContain(wanted)
  }
  expect(names.filter((name) => /^(?:app|e2e)\/.*\.tsx?$/.test(name))).toEqual([])
  const isPacked = (link: string) =>
    names.some((name) => name === link || name.startsWith(`${link}/`))
  for (const readme of names.filter((name) => /^(?:e2e\/.*)?README\.md$/.test(name))) {
    const broken = (await linksOf(readme)).filter((link) => !isPacked(link))
    expect(broken, `links of ${readme}`).toEqual([])
  }
  await fs.rename(path.join(project, filename), path.join(project, 'understudy.tgz'))
})

test('an empty project runs its first test with it', async ({ launchOptions }) => {
  test.setTimeout(180_000)
  const { devDependencies } = await manifest()
  const files = {
    'package.json': JSON.stringify({ name: 'first', private: true, type: 'module' }),
    'first.spec.ts': spec,
    'playwright.config.ts': config(launchOptions),
  }
  for (const [name, text] of Object.entries(files)) {
    await fs.writeFile(path.join(project, name), text)
  }
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  // Node's types, and what they need, are those that are installed here
  const types = await Promise.all(
    ['@types/node', 'undici-types'].map((name) =>
      pack(path.join(root, 'node_modules', name))
    )
  )
  const wanted = [
    './understudy.tgz',
    `@playwright/test@${devDependencies['@playwright/test']}`,
    ...types.map(({ filename }) => `./${filename}`),
  ]
  await run('npm', ['install', ...quiet, ...wanted], { cwd: project })
  const { stdout } = await run('npx', ['playwright', 'test', '--reporter', 'line'], {
    cwd: project,
    env: { ...process.env, CI: '' },
  })
  expect(stdout).toContain('1 passed')
  // the types stand on their own, in the strictest project
  for (const resolution of resolutions) {
    const options = { ...compilerOptions, ...resolution }
    const config = { compilerOptions: options, include: ['first.spec.ts'] }
    await fs.writeFile(path.join(project, 'tsconfig.json'), JSON.stringify(config))
    await run(path.join(root, 'node_modules/.bin/tsc'), ['--project', project])
  }
})

type Served = {
  consoleUrl: string
  endpointUrl: string
  region: string
  credentials: AwsCredentialIdentity
}

/** The addresses that the command prints, once it serves them. */
async function firstLine(output: Readable): Promise<Served> {
  for await (const line of createInterface({ input: output })) {
    // one line of JSON is what `--json` promises
    return JSON.parse(line) as Served
  }
  throw new Error('the command ended without a word')
}

test('its command serves the console and an endpoint', async ({ request }) => {
  const command = spawn('npx', ['understudy', '--json'], { cwd: project, detached: true })
  try {
    const served = await firstLine(command.stdout)
    const page = await request.get(`${served.consoleUrl}/iam/roles`)
    expect(await page.text()).toContain('<div id="root">')
    const { endpointUrl: endpoint, region, credentials } = served
    const sts = new STSClient({ endpoint, region, credentials })
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}))
    expect(Arn).toBe('arn:aws:iam::111122223333:user/Admin')
  } finally {
    // npx has started another process, which belongs to its group
    process.kill(-(command.pid ?? 0), 'SIGTERM')
  }
})
