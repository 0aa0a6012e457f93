import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, URL } from 'node:url'

import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const { version }: { version: string } = JSON.parse(
  readFileSync(here('package.json'), 'utf8')
)

const policy = (more: Record<string, string> = {}) =>
  Object.entries({
    'default-src': "'self'",
    'img-src': "'self' data:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    ...more,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/**
 * The built page carries its policy with it, whatever serves it. `frame-ancestors` means
 * nothing in a page, so only our own servers can add it.
 */
const policyInPage = (): Plugin => ({
  name: 'understudy-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy() },
      injectTo: 'head-prepend',
    },
  ],
})

/**
 * Cloudscape's global styles hold their fonts as data; a policy without `font-src data:` needs
 * files, and a browser then fetches only the weights a page uses.
 */
const fontsAsFiles = (): Plugin => ({
  name: 'understudy-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('global-styles/index.css')) return
    mkdirSync(here('.cache/fonts'), { recursive: true })
    return code.replace(
      /url\(['"]?data:[^;,]*;base64,([^'")]+)['"]?\)/g,
      (_, base64: string) => {
        const hash = createHash('sha256').update(base64).digest('hex').slice(0, 12)
        const file = here(`.cache/fonts/open-sans-${hash}.woff2`)
        writeFileSync(file, Buffer.from(base64, 'base64'))
        return `url("${file}")`
      }
    )
  },
})

/**
 * Cloudscape brings three drawings of its AppLayout and chooses one when the page runs. Ours is
 * always the same one; the others, and all that only they use, stay out of the build.
 */
const oneLayout = (): Plugin => ({
  name: 'understudy-one-layout',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const isChoice = importer?.endsWith('/components/app-layout/internal.js')
    if (!isChoice || !['./classic', './visual-refresh-toolbar'].includes(source)) return
    return this.resolve('./visual-refresh', importer, { ...options, skipSelf: true })
  },
})

/** The orange primary button of the real console, as design tokens of the release in use. */
const tokens = {
  colorBackgroundButtonPrimaryDefault: '#ff9900',
  colorBackgroundButtonPrimaryHover: '#fa6f00',
  colorBackgroundButtonPrimaryActive: '#fa6f00',
  colorTextButtonPrimaryDefault: '#0f141a',
  colorTextButtonPrimaryHover: '#0f141a',
  colorTextButtonPrimaryActive: '#0f141a',
  colorBorderButtonPrimaryDefault: '#ff9900',
  colorBorderButtonPrimaryHover: '#fa6f00',
  colorBorderButtonPrimaryActive: '#fa6f00',
}

/** Tokens that our own stylesheet uses, by the name it knows them by. */
const aliases = {
  '--u-text': 'colorTextBodyDefault',
  '--u-text-secondary': 'colorTextBodySecondary',
  '--u-text-link': 'colorTextLinkDefault',
  '--u-text-success': 'colorTextStatusSuccess',
  '--u-text-error': 'colorTextStatusError',
  '--u-text-inactive': 'colorTextStatusInactive',
  '--u-divider': 'colorBorderDividerDefault',
  '--u-border-success': 'colorBorderStatusSuccess',
  '--u-border-error': 'colorBorderStatusError',
  '--u-background': 'colorBackgroundContainerContent',
  '--u-background-page': 'colorBackgroundLayoutMain',
  '--u-background-shaded': 'colorBackgroundCellShaded',
  '--u-background-success': 'colorBackgroundStatusSuccess',
  '--u-background-error': 'colorBackgroundStatusError',
  '--u-background-info': 'colorBackgroundStatusInfo',
  '--u-background-hover': 'colorBackgroundDropdownItemHover',
  '--u-background-menu': 'colorBackgroundDropdownItemDefault',
  '--u-focus': 'colorBorderItemFocused',
  '--u-font-mono': 'fontFamilyMonospace',
  '--u-font': 'fontFamilyBase',
}

/** Another dress, for the console that was redesigned over night. */
const driftTokens = {
  colorBackgroundButtonPrimaryDefault: '#0b6e4f',
  colorBackgroundButtonPrimaryHover: '#084f39',
  colorBackgroundButtonPrimaryActive: '#084f39',
  colorTextButtonPrimaryDefault: '#ffffff',
  colorTextButtonPrimaryHover: '#ffffff',
  colorTextButtonPrimaryActive: '#ffffff',
  colorBorderButtonPrimaryDefault: '#0b6e4f',
  colorBorderButtonPrimaryHover: '#084f39',
  colorBorderButtonPrimaryActive: '#084f39',
  borderRadiusButton: '4px',
  borderRadiusContainer: '2px',
  borderRadiusInput: '2px',
}

/** What contexts (the top bar, alerts) set again, a theme has to reach in them too. */
const themed = (page: string) =>
  `${page}:not(#\\9), ${page} body:not(#\\9), ${page} [class*='awsui-context']:not(#\\9)`

/** Stylesheets that are written while building, by the name under which they are imported. */
const sheets: Record<string, { page: string; tokens: object; aliases: object }> = {
  'virtual:understudy-theme.css': { page: 'html', tokens, aliases },
  'virtual:understudy-drift.css': {
    page: "html[data-ui='drift-1']",
    tokens: driftTokens,
    aliases: {},
  },
}

/**
 * Cloudscape applies a theme with a style element, which the policy forbids. The properties'
 * names change with every release, so the stylesheets are written while building.
 */
const theme = (): Plugin => ({
  name: 'understudy-theme',
  resolveId: (source) => (source in sheets ? `\0${source}` : undefined),
  load(source) {
    const sheet = sheets[source.slice(1)]
    if (!source.startsWith('\0') || !sheet) return
    const require = createRequire(import.meta.url)
    const { preset } = require(
      here(
        'node_modules/@cloudscape-design/components/internal/generated/theming/index.cjs'
      )
    )
    const property = (token: string): string => preset.propertiesMap[token]
    const rules = [
      ...Object.entries(sheet.tokens).map(
        ([token, value]) => `${property(token)}: ${value};`
      ),
      ...Object.entries(sheet.aliases).map(
        ([name, token]) => `${name}: var(${property(token)});`
      ),
    ]
    return `${themed(sheet.page)} { ${rules.join(' ')} }`
  },
})

type ModuleGraph = {
  getModuleInfo(id: string): { importers: readonly string[] } | null
}

/** Whether static imports lead from the program's first module to this one. */
function isNeededAtStart(id: string, graph: ModuleGraph) {
  const seen = new Set([id])
  // what is added while walking is walked as well
  for (const each of seen) {
    if (each.endsWith('/app/main.tsx')) return true
    for (const importer of graph.getModuleInfo(each)?.importers ?? []) seen.add(importer)
  }
  return false
}

export default defineConfig(({ command, isPreview }) => {
  // Vite's own styles and preamble are inline while developing
  const nonce =
    command === 'serve' && !isPreview ? randomBytes(16).toString('base64') : undefined
  const framing = { 'frame-ancestors': "'self'" }
  return {
    plugins: [react(), fontsAsFiles(), oneLayout(), theme(), policyInPage()],
    define: { __APP_VERSION__: JSON.stringify(version) },
    resolve: { alias: { '~': here('app') } },
    html: nonce ? { cspNonce: nonce } : {},
    server: {
      host: '127.0.0.1',
      fs: { strict: true },
      headers: {
        'Content-Security-Policy': policy({
          ...framing,
          'script-src': `'self' 'nonce-${nonce}'`,
          'style-src': `'self' 'nonce-${nonce}'`,
          'connect-src': "'self' ws:",
        }),
      },
    },
    preview: {
      host: '127.0.0.1',
      headers: { 'Content-Security-Policy': policy(framing) },
    },
    // pages are lazy: without this the server would meet their libraries one by one and reload
    optimizeDeps: { entries: ['index.html', 'app/**/*.tsx', 'app/components/**/*.ts'] },
    build: {
      target: 'es2023',
      cssTarget: ['chrome120', 'firefox120', 'safari17'],
      assetsInlineLimit: 0,
      manifest: true,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'react',
                test: /node_modules[\\/](react|react-dom|scheduler|react-router|zustand|@tanstack|cookie|set-cookie-parser)[\\/]/,
                priority: 30,
              },
              {
                name: 'shell',
                test: /node_modules[\\/]@?(cloudscape-design|dnd-kit|formatjs|intl-messageformat|react-transition-group|tslib|clsx|mnth)/,
                priority: 20,
                minShareCount: 22,
              },
              {
                // what the first call needs, in one piece; the rest comes when it is called
                name: (id, graph) => (isNeededAtStart(id, graph) ? 'engine' : null),
                test: /app[\\/]engine[\\/]/,
                priority: 15,
              },
              {
                name: 'console',
                test: /app[\\/](lib|stores|data|components)[\\/]/,
                priority: 10,
                minShareCount: 22,
              },
            ],
          },
        },
      },
    },
    test: {
      environment: 'node',
      include: ['app/**/*.spec.{ts,tsx}'],
      // a property is tried on thousands of documents, and a machine may be busy
      testTimeout: 60_000,
      coverage: {
        provider: 'v8',
        include: ['app/engine/**/*.ts'],
        // what specs begin with, and data
        exclude: ['**/*.spec.ts', '**/spec-*', '**/spec-*/**', '**/generated/**'],
        reporter: ['text-summary'],
        reportsDirectory: '.cache/understudy/coverage',
        thresholds: { branches: 95 },
      },
    },
  }
})
