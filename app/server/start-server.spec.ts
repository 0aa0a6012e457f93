import { request as send } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { specFolder } from './spec-console'
import { type Server, startServer } from './start-server'

const { dist } = specFolder()

let server: Server

beforeEach(async () => {
  server = await startServer({ dist, start: () => ({ motion: 'off', note: '"<&' }) })
})

afterEach(() => server.close())

type Asked = { path?: string; method?: string; headers?: NodeJS.Dict<string> }

/** As it is: `fetch` would set some of this by itself. */
const ask = ({ path = '/', method = 'GET', headers = {} }: Asked) =>
  new Promise<{ status?: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const { port, hostname } = new URL(server.consoleUrl)
      const request = send({ hostname, port, path, method, headers }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += String(chunk)))
        response.on('end', () =>
          resolve({
            text,
            headers: response.headers,
            ...(response.statusCode ? { status: response.statusCode } : {}),
          })
        )
      })
      request.on('error', reject)
      request.end(method === 'POST' ? '[]' : undefined)
    }
  )

describe('the console', () => {
  test.each(['/', '/iam/roles?as=user/Admin', '/scenarios/none.json', '/assets/none.js'])(
    'is the page at %s, with what it has to know',
    async (path) => {
      const { status, text, headers } = await ask({ path })
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(text).toContain('<meta name="understudy-host" content="world" />')
      expect(text).toContain('content="?motion=off&#38;note=%22%3C%26"')
      expect(headers['content-security-policy']).toBe(
        "default-src 'self'; frame-ancestors 'self'"
      )
    }
  )

  test('has its files, and tells what may be kept', async () => {
    const script = await ask({ path: '/assets/main-abc123.js?v=1' })
    expect(script.text).toBe('export {}')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
    const scenario = await ask({ path: '/scenarios/stuart.json' })
    expect(scenario.headers['content-type']).toContain('application/json')
    expect(scenario.headers['cache-control']).toBe('no-cache')
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/.hidden',
    '//secret.txt',
  ])('shows nothing but its own files at %s', async (path) => {
    const { text } = await ask({ path })
    expect(text).toContain('<title>Console</title>')
  })

  test('is only read', async () => {
    expect((await ask({ method: 'DELETE' })).status).toBe(405)
  })
})

describe('the world behind the console', () => {
  const path = '/__understudy__/lastNote'
  const method = 'POST'

  test('is there for pages of this machine', async () => {
    const { host } = new URL(server.consoleUrl)
    for (const headers of [{}, { host }, { host, origin: server.consoleUrl }]) {
      expect(await ask({ path, method, headers })).toMatchObject({ status: 200 })
    }
  })

  test.each([
    { host: 'attacker.example' },
    { host: '127.0.0.1.attacker.example' },
    { host: 'localhost.attacker.example:80' },
    { origin: 'https://attacker.example' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'null' },
  ])('is not for %j', async (headers) => {
    expect((await ask({ path, method, headers })).status).toBe(403)
  })

  test('is asked by POST alone', async () => {
    expect((await ask({ path })).status).toBe(405)
  })
})

test('a page that goes away lets others write', async () => {
  const turn = () => ask({ path: '/__understudy__/takeTurn', method: 'POST' })
  const lease = Number((await turn()).text)
  const { hostname, port } = new URL(server.consoleUrl)
  const dead = send({ hostname, port, path: '/__understudy__/takeTurn', method: 'POST' })
  dead.on('error', () => {})
  dead.end('["dead"]')
  await new Promise((resolve) => dead.once('finish', resolve))
  dead.destroy()
  await server.stage.host.methods.giveBack(lease)
  await expect(server.stage.call('iam:ListUsers')).resolves.toHaveProperty('Users')
})

test('a port that is taken leaves nothing open', async () => {
  const endpointPort = Number(new URL(server.consoleUrl).port)
  await expect(startServer({ dist, endpointPort })).rejects.toThrow('EADDRINUSE')
})

test('with a world in the browser there is none behind the console', async () => {
  const other = await startServer({ dist, inBrowser: true })
  const page = await (await fetch(other.consoleUrl)).text()
  expect(page).not.toContain('understudy-host')
  const { status } = await fetch(`${other.consoleUrl}/__understudy__/lastNote`, {
    method: 'POST',
  })
  expect(status).toBe(404)
  await other.close()
})
