import { createServer } from 'node:http'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam'
import { describe, expect, test } from 'vitest'

import { specFolder } from '~/server/spec-console'
import { run } from './run'

const { folder, dist } = specFolder()

/** A program that has begun: what it said, and the way to end it. */
function begin(...given: string[]) {
  const said = { out: '', err: '' }
  let heard = () => {}
  const greeted = new Promise<void>((resolve) => (heard = resolve))
  let end = () => {}
  const ending = new Promise<void>((resolve) => (end = resolve))
  const terminal = {
    out(text: string) {
      said.out += text
      heard()
    },
    err: (text: string) => void (said.err += text),
    ended: () => ending,
  }
  const done = run(given, terminal, dist)
  return { said, done, begun: Promise.race([greeted, done]), end: () => end() }
}

async function ran(...given: string[]) {
  const { said, done, end } = begin(...given)
  end()
  return { code: await done, ...said }
}

type Line = {
  consoleUrl: string
  endpointUrl: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string }
}

async function serving(...given: string[]) {
  const { said, done, begun, end } = begin('--json', ...given)
  await begun
  expect(said.err).toBe('')
  expect(said.out.split('\n')).toHaveLength(2)
  const line: Line = JSON.parse(said.out)
  const { endpointUrl: endpoint, region, credentials } = line
  const iam = new IAMClient({ endpoint, region, credentials })
  const users = async () =>
    (await iam.send(new ListUsersCommand())).Users?.map(({ UserName }) => UserName)
  const close = async () => {
    iam.destroy()
    end()
    expect(await done).toBe(0)
  }
  return { line, users, close }
}

describe('understudy', () => {
  test('says where it is, who can sign in, and how a CLI gets there', async () => {
    const { code, out } = await ran()
    expect(code).toBe(0)
    expect(out).toContain('a simulation')
    expect(out).toMatch(/^Console {3}http:\/\/127\.0\.0\.1:\d+$/m)
    expect(out).toMatch(/^ {2}111122223333 {2}Stuart\s+Stuart-2026-lab$/m)
    expect(out).toMatch(
      /export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+ AWS_REGION=us-east-1/
    )
    expect(out).toMatch(/aws --endpoint-url http:\/\/127\.0\.0\.1:\d+ iam list-users/)
  })

  test('gives keys that work, in a line for programs', async () => {
    const { line, users, close } = await serving('--scenario', 'two-accounts')
    expect(await users()).toEqual(['Admin', 'Dana', 'Eli'])
    expect(await (await fetch(line.consoleUrl)).text()).toContain('understudy-host')
    await close()
    await expect(fetch(line.consoleUrl)).rejects.toThrow()
  })

  test('plays a scenario from a file', async () => {
    const file = join(folder, 'mine.json')
    const accounts = [{ id: '111122223333', users: [{ name: 'Rosa' }] }]
    writeFileSync(file, JSON.stringify({ extends: 'stuart', accounts }))
    const { users, close } = await serving('--scenario', file)
    expect(await users()).toContain('Rosa')
    await close()
  })

  test('keeps a world in a file, and goes on with it', async () => {
    const file = join(folder, 'world.json')
    await (await serving('--store', file, '--scenario', 'empty')).close()
    expect(existsSync(file)).toBe(true)
    await (await serving('--store', file)).close()
    const { code, err } = await ran('--store', file, '--scenario', 'stuart')
    expect([code, err]).toEqual([2, expect.stringContaining('began as empty')])
  })

  test('leaves the world to the browser, which begins as it is told', async () => {
    const file = join(folder, 'whole.json')
    const whole = { schema: 'understudy.scenario/v1', id: 'whole', name: 'N', story: 'S' }
    writeFileSync(file, JSON.stringify({ ...whole, extends: 'stuart' }))
    const { line, close } = await serving('--store', 'browser', '--scenario', file)
    const page = await (await fetch(line.consoleUrl)).text()
    expect(page).not.toContain('understudy-host')
    expect(page).toContain('?scenario=url%3A%2F__understudy__%2Fscenario.json')
    const scenario = await fetch(`${line.consoleUrl}/__understudy__/scenario.json`)
    expect(await scenario.json()).toMatchObject({ id: 'whole' })
    await close()
  })

  test('tells its version, and how it is used', async () => {
    expect((await ran('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await ran('--help')).out).toContain('--endpoint-port N')
  })

  test.each([
    [
      ['--scenari', 'stuart'],
      'There is no option --scenari. Is it meant to be --scenario?',
    ],
    [['--prot=1'], 'There is no option --prot. Is it meant to be --port?'],
    [['--wibble'], 'There is no option --wibble.'],
    [['--scenario', 'stewart'], 'There is no scenario stewart. Is it meant to be stuart?'],
    [['--scenario', './none.json'], 'none.json cannot be read'],
    [['--port', 'eighty'], '--port is "eighty", but a port is a number up to 65535.'],
    [['--port', '70000'], 'a port is a number up to 65535'],
    [['--port', '4000', '--endpoint-port', '4000'], 'are the same'],
    [['--time', 'yesterday'], '--time is "yesterday", but has to be an ISO time'],
    [['--rng', '-1'], '--rng is "-1", but has to be a whole number.'],
    [['--store', ''], '--store is "", but has to be memory, browser or a file'],
    [['--store', 'sesion'], '--store is "sesion"'],
    [['--store', 'memry'], '--store is "memry"'],
    [['--store', 'package.json'], 'is another kind of file, and is left as it is.'],
    [['--rng', 'x'], '--rng is "x", but has to be a whole number.'],
    [['--json=yes'], 'json'],
    [['lab'], 'There is no command lab.'],
  ])('%j is a mistake', async (given, message) => {
    const { code, out, err } = await ran(...given)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('a scenario that IAM would refuse is refused with the reason', async () => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, JSON.stringify({ accounts: [{ id: '12' }] }))
    const { code, err } = await ran('--scenario', file)
    expect(code).toBe(2)
    expect(err).toContain('an account ID is 12 digits')
  })

  test('a port in use is said in one line', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    expect(await ran('--port', port)).toEqual({
      code: 1,
      out: '',
      err: `Port ${port} is in use.\n`,
    })
    other.close()
  })
})
