import { request as send } from 'node:http'
import { afterEach, expect, test } from 'vitest'

import { type EndpointRequest, LARGEST_BODY } from './endpoint'
import { listen, type Listening } from './node-server'

let open: Listening | undefined

afterEach(async () => {
  await open?.close()
  open = undefined
})

/** A server that says what it was asked. */
async function echo() {
  const seen: EndpointRequest[] = []
  const server = await listen(async (request) => {
    seen.push(request)
    return { status: 200, headers: { 'x-answer': 'yes' }, body: request.body }
  })
  open = server
  return { ...server, seen }
}

test('it listens on this machine alone', async () => {
  const { url } = await echo()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('a request comes as it was sent, and so does the answer', async () => {
  const { url, seen } = await echo()
  const body = new Uint8Array([0, 255, 128])
  const path = '/a%20b//c?x=%2B&y'
  const response = await fetch(url + path, {
    method: 'PUT',
    body,
    headers: { 'X-Odd': 'ü'.normalize('NFD').slice(0, 1) },
  })
  expect(seen).toMatchObject([{ method: 'PUT', url: path, headers: { 'x-odd': 'u' } }])
  expect(response.headers.get('x-answer')).toBe('yes')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(body)
})

test('no more of a body is kept than is needed to refuse it', async () => {
  const { url, seen } = await echo()
  await fetch(url, { method: 'POST', body: new Uint8Array(LARGEST_BODY + 1_000_000) })
  const kept = seen[0]?.body.length ?? 0
  expect(kept).toBeGreaterThan(LARGEST_BODY)
  expect(kept).toBeLessThan(LARGEST_BODY + 1_000_000)
})

test('an answer to HEAD keeps the length that it gives', async () => {
  open = await listen(() =>
    Promise.resolve({ status: 200, headers: { 'content-length': '7' }, body: '' })
  )
  const response = await fetch(open.url, { method: 'HEAD' })
  expect(response.headers.get('content-length')).toBe('7')
})

test('a client that goes away does no harm', async () => {
  const { url, seen } = await echo()
  await new Promise<void>((resolve) => {
    const request = send(url, { method: 'POST', headers: { 'content-length': 100 } })
    request.on('error', () => resolve())
    request.write('part')
    request.destroy(new Error('gone'))
  })
  expect((await fetch(url)).status).toBe(200)
  expect(seen).toHaveLength(1)
})

test('a port that is taken is an error', async () => {
  const { url } = await echo()
  const port = Number(new URL(url).port)
  const answer = () => Promise.resolve({ status: 200, headers: {}, body: '' })
  await expect(listen(answer, { port })).rejects.toThrow('EADDRINUSE')
})
