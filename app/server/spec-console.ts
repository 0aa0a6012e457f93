/** What specs of servers begin with: a folder such as a build leaves, with the real scenarios. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'

const scenarios = resolve(import.meta.dirname, '../../public/scenarios')

const PAGE = `<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;">
<title>Console</title></head><body></body></html>`

/** A folder that is gone when the spec is done; `dist` is in it. */
export function specFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-'))
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  cpSync(scenarios, join(dist, 'scenarios'), { recursive: true })
  writeFileSync(join(dist, 'index.html'), PAGE)
  writeFileSync(join(dist, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(dist, '.hidden'), 'secret')
  afterAll(() => rmSync(folder, { recursive: true }))
  return { folder, dist }
}
