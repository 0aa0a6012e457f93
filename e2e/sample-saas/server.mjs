/**
 * A small product that asks its customers for a role in their AWS account: something to try the
 * stand-in on. Prints its address, and ends when its input does.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { connect, writeSummary } from './connection.mjs'
import { connectionPage, welcome } from './pages.mjs'

/** Tidemark's own account at AWS. */
const account = process.env.TIDEMARK_ACCOUNT

const connections = new Map()

async function readForm(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

const create = () => {
  const id = randomUUID()
  connections.set(id, { id, account, externalId: `tidemark-${randomUUID()}` })
  return { location: `/connections/${id}` }
}

const actions = {
  async role(connection, form) {
    connection.role = form.get('role')?.trim() ?? ''
    return connect(connection)
  },
  summary: (connection, form) => writeSummary(connection, form.get('bucket') ?? ''),
}

async function answer(request) {
  const [, place, id = '', action] = request.url.split('/')
  if (request.method === 'POST' && place === 'connections' && !id) return create()
  if (place === '') return { html: welcome() }
  const connection = connections.get(id)
  if (place !== 'connections' || !connection) return { status: 404, html: 'Not found' }
  const act = request.method === 'POST' ? actions[action] : undefined
  return {
    html: connectionPage(
      connection,
      act && (await act(connection, await readForm(request)))
    ),
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    ({ status = 200, html = '', location }) => {
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      response.writeHead(location ? 303 : status, location ? { location } : headers)
      response.end(html)
    },
    (error) => {
      response.writeHead(500)
      response.end(String(error))
    }
  )
})

server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})

process.stdin.on('end', () => process.exit()).resume()
