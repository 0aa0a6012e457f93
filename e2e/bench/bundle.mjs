/** Builds a part of the benchmark as the app is built: in one piece, for production. */
import path from 'node:path'
import { build } from 'vite'

export async function bundle(name) {
  const outDir = path.resolve(`.cache/understudy/bench/${name}`)
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '~': path.resolve('app') } },
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: ['@playwright/test', '@axe-core/playwright'] },
    publicDir: false,
    build: { ssr: `e2e/bench/${name}.ts`, outDir, emptyOutDir: true, minify: false },
  })
  return import(path.join(outDir, `${name}.js`))
}
