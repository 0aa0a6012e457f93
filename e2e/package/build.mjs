/**
 * Builds what is published beside the console: the kit for Playwright and the command, each in one
 * piece for Node, and the kit's types.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')
const outDir = path.join(root, 'dist-node')
const types = path.join(outDir, 'types')
const {
  version,
  dependencies = {},
  peerDependencies = {},
} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

/** What whoever installs the package has; all else is built in. */
const external = [...Object.keys(dependencies), ...Object.keys(peerDependencies)]

const entries = { playwright: 'e2e/kit/index.ts', cli: 'app/cli/main.ts' }

await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  resolve: { alias: { '~': path.join(root, 'app') } },
  define: { __APP_VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true, external },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(entries).map(([name, file]) => [name, path.join(root, file)])
      ),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // what npm links to has to say what runs it
        banner: ({ name, isEntry }) =>
          isEntry && name === 'cli' ? '#!/usr/bin/env node' : '',
      },
    },
  },
})

/** Of a module of ours, as Node wants it: relative, to the end of its file's name. */
function specifier(folder, name) {
  const target = name.startsWith('~/')
    ? path.join(types, 'app', name.slice(2))
    : path.join(folder, name)
  const file = fs.existsSync(`${target}.d.ts`) ? target : path.join(target, 'index')
  const relative = path.relative(folder, file)
  return `${relative.startsWith('.') ? relative : `./${relative}`}.js`
}

/** Outside of the sources their alias means nothing, and a name without an end not always. */
function resolveImports(file) {
  const folder = path.dirname(file)
  const text = fs.readFileSync(file, 'utf8')
  const imports = /((?:from|import)\s*\(?\s*)(['"])((?:~|\.{1,2})\/[^'"]+|\.{1,2})\2/g
  const resolved = text.replace(
    imports,
    (_, before, quote, name) => `${before}${quote}${specifier(folder, name)}${quote}`
  )
  fs.writeFileSync(file, resolved)
}

const project = path.join(root, '.cache/understudy/types.json')
fs.mkdirSync(path.dirname(project), { recursive: true })
fs.writeFileSync(
  project,
  JSON.stringify({
    extends: path.join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: root,
      outDir: types,
      paths: { '~/*': [path.join(root, 'app/*')] },
      types: ['node', 'vite/client'],
    },
    include: [],
    files: [path.join(root, entries.playwright)],
  })
)
execFileSync('npx', ['tsc', '--project', project], { cwd: root, stdio: 'inherit' })
for (const entry of fs.readdirSync(types, { recursive: true, withFileTypes: true })) {
  if (entry.name.endsWith('.d.ts')) resolveImports(path.join(entry.parentPath, entry.name))
}
