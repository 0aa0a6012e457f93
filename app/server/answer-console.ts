/**
 * The built console, and the host of its world, as one function from request to answer: behind a
 * server of our own, or behind whatever else can answer a browser.
 */
import { answerHost, type Host } from '~/world/host'
import type { ConsoleFile, ConsoleFiles } from './console-files'

export type ConsoleRequest = {
  method: string
  /** With its query. */
  path: string
  /** As the browser names it: `127.0.0.1:4000`. */
  host: string
  /** What the browser says of the page that asks. */
  origin?: string | undefined
  body?: string
}

export type ConsoleAnswer = {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

export type ConsoleOptions = {
  files: ConsoleFiles
  /** Keeps the world of the pages. Without one, the browser does. */
  host?: Host
  /** Whether the host also keeps who is signed in, for pages of several origins. */
  keepsIdentity?: boolean
  /** Starting parameters of every page, which an address may override. */
  start?: () => Record<string, string>
  /** A scenario that is in no file of the console, at `SCENARIO_PATH`. */
  scenario?: unknown
  /** Hosts whose pages may reach the world; by another name it could be anybody's page. */
  isOurs: (hostname: string) => boolean
}

/** Answers a request; `gone` is aborted when nobody waits for the answer any more. */
export type AnswerConsole = (
  request: ConsoleRequest,
  gone?: AbortSignal
) => Promise<ConsoleAnswer>

const HOST_PATH = '/__understudy__/'
export const SCENARIO_PATH = '/__understudy__/scenario.json'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`)

const meta = (name: string, content: string) =>
  `<meta name="${name}" content="${escaped(content)}" />`

function pageWith(page: string, { host, keepsIdentity, start }: ConsoleOptions) {
  const parameters = new URLSearchParams(start?.()).toString()
  const tags = [
    host && meta('understudy-host', keepsIdentity ? 'world identity' : 'world'),
    parameters && meta('understudy-start', `?${parameters}`),
  ]
  return page.replace('</head>', `${tags.filter(Boolean).join('\n')}\n</head>`)
}

/**
 * The page carries its policy with it; `frame-ancestors` counts in a header only.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/frame-ancestors
 */
function policyOf(page: string) {
  const own = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]
  const text = own?.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  return [...(text ? [text] : []), "frame-ancestors 'self'"].join('; ')
}

const text = (status: number, body: string, type = 'text/plain'): ConsoleAnswer => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  body,
})

const hostname = (host: string) => host.replace(/:\d+$/, '').toLowerCase()

/** A browser names the origin of whatever page sends a POST. */
const isOtherOrigin = ({ origin, host }: ConsoleRequest) => {
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase()
}

export function createConsole(options: ConsoleOptions): AnswerConsole {
  const { files, host, isOurs } = options
  const policy = policyOf(files.page)
  const common = { 'x-content-type-options': 'nosniff' }

  async function answerFile(file: ConsoleFile): Promise<ConsoleAnswer> {
    const keeping = file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
    return {
      status: 200,
      headers: { 'content-type': file.type, 'cache-control': keeping },
      body: await file.read(),
    }
  }

  function answerPage(): ConsoleAnswer {
    const page = text(200, pageWith(files.page, options), 'text/html')
    return { ...page, headers: { ...page.headers, 'content-security-policy': policy } }
  }

  async function answerWorld(request: ConsoleRequest, path: string, gone?: AbortSignal) {
    if (!isOurs(hostname(request.host))) {
      return text(403, `the world is not for ${request.host}`)
    }
    if (path === SCENARIO_PATH && request.method === 'GET' && options.scenario) {
      return text(200, JSON.stringify(options.scenario), 'application/json')
    }
    if (!host) return text(404, 'no world is kept here')
    if (request.method !== 'POST') return text(405, 'the world is asked by POST')
    if (isOtherOrigin(request)) {
      return text(403, `the world is not for pages of ${request.origin}`)
    }
    const name = path.slice(HOST_PATH.length)
    const { status, body } = await answerHost(host, name, request.body ?? '', gone)
    return text(status, body, status === 200 ? 'application/json' : 'text/plain')
  }

  async function answer(request: ConsoleRequest, gone?: AbortSignal) {
    const path = request.path.replace(/[?#].*$/s, '')
    if (path.startsWith(HOST_PATH)) return answerWorld(request, path, gone)
    if (!['GET', 'HEAD'].includes(request.method)) return text(405, 'pages are only read')
    const file = files.files.get(path)
    return file ? answerFile(file) : answerPage()
  }

  return async (request, gone) => {
    const { status, headers, body } = await answer(request, gone)
    return { status, headers: { ...common, ...headers }, body }
  }
}
