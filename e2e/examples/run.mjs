/**
 * `npm run examples`: installs the tools that the examples are for and runs each against a built
 * console. A tool that has no driver on this machine is named and not run.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build, preview } from 'vite'

const here = import.meta.dirname
const configFile = path.resolve(here, '../../vite.config.ts')

execFileSync(
  'npm',
  ['ci', '--prefix', here, '--no-audit', '--no-fund', '--loglevel=error'],
  {
    stdio: 'inherit',
  }
)

const isThere = (command) => spawnSync(command, ['--version']).status === 0
const { launch } = JSON.parse(
  fs.readFileSync(path.resolve(here, '../../.cache/understudy/browser.json'), 'utf8')
)
const chrome = launch.executablePath
const options = {
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
  ...(chrome && !chrome.endsWith('shell') ? { binary: chrome } : {}),
}

async function withSelenium(origin) {
  const { Builder } = await import('selenium-webdriver')
  const { ServiceBuilder, Options } = await import('selenium-webdriver/chrome.js')
  const { switchRole } = await import('./selenium.mjs')
  const chromeOptions = new Options().addArguments(...options.args)
  if (options.binary) chromeOptions.setChromeBinaryPath(options.binary)
  const driver = await new Builder()
    .forBrowser('chrome')
    .setChromeOptions(chromeOptions)
    .setChromeService(new ServiceBuilder('chromedriver'))
    .build()
  try {
    await switchRole(driver, origin)
  } finally {
    await driver.quit()
  }
}

async function withWebdriverIo(origin) {
  const { spawn } = await import('node:child_process')
  const { remote } = await import('webdriverio')
  const { refuseStuart } = await import('./webdriverio.mjs')
  const driver = spawn('chromedriver', ['--port=4455'], { stdio: 'ignore' })
  try {
    const browser = await remote({
      hostname: '127.0.0.1',
      port: 4455,
      logLevel: 'error',
      capabilities: { browserName: 'chrome', 'goog:chromeOptions': options },
    })
    await refuseStuart(browser, origin)
    await browser.deleteSession()
  } finally {
    driver.kill()
  }
}

await build({ configFile, logLevel: 'error' })
const server = await preview({ configFile, logLevel: 'error', preview: { port: 0 } })
const origin = `http://127.0.0.1:${server.httpServer.address().port}`
try {
  for (const [name, run] of [
    ['Selenium', withSelenium],
    ['WebdriverIO', withWebdriverIo],
  ]) {
    if (!isThere('chromedriver')) {
      console.log(`${name}: not run, there is no chromedriver on this machine`)
      continue
    }
    await run(origin)
    console.log(`${name}: passed`)
  }
  console.log('Cypress: not run, it downloads a program of its own')
} finally {
  await server.close()
}
process.exit(0)
