/**
 * `npm run budget`: the JavaScript that each page needs before it is drawn, gzipped, beside what
 * it may need by `budget.json`; ends with 1 when one needs more. With `--write` what there is now
 * becomes the budget, rounded up. Reads the manifest of the last build.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const STEP = 5
/** A change that is not about size need not ask for it. */
const SLACK = 2
const BUDGET = 'e2e/bench/budget.json'

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
const manifest = readJson('dist/.vite/manifest.json')

/** A chunk and all that it imports; what it only asks for later is not among it. */
function closure(keys) {
  const found = new Set(keys)
  // what is added while walking is walked as well
  for (const key of found) for (const next of manifest[key].imports ?? []) found.add(next)
  return [...found]
}

const sizes = new Map()

function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`dist/${file}`)).length)
  return sizes.get(file)
}

const kiloBytes = (keys) =>
  closure(keys).reduce((sum, key) => sum + sizeOf(manifest[key].file), 0) / 1000

const layouts = 'app/routes/layouts'
const isPlain = (page) => /routes\/(sign-in|switch-role)\//.test(page)
const layoutOf = (page) => `${layouts}/${isPlain(page) ? 'plain' : 'console'}-layout.tsx`

const pages = Object.keys(manifest).filter(
  (key) => /^app\/routes\/.*-page\.tsx$/.test(key) && manifest[key].isDynamicEntry
)

const needs = Object.fromEntries([
  ['index.html', kiloBytes(['index.html'])],
  ...pages.map((page) => [page, kiloBytes(['index.html', layoutOf(page), page])]),
])

if (process.argv.includes('--write')) {
  const rounded = Object.entries(needs).map(([page, size]) => [
    page,
    Math.ceil((size + SLACK) / STEP) * STEP,
  ])
  writeFileSync(BUDGET, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`)
}

const budget = readJson(BUDGET)
console.log('\nJavaScript of a page, kB gzipped (budget)\n')
for (const [page, size] of Object.entries(needs).sort(([, a], [, b]) => b - a)) {
  const allowed = budget[page] ?? 0
  const over = size > allowed
  if (over) process.exitCode = 1
  console.log(
    `  ${page.padEnd(66)} ${size.toFixed(1).padStart(6)}  (${allowed})${over ? '  OVER' : ''}`
  )
}
if (process.exitCode) {
  console.error(`\nover budget: make it lighter, or raise ${BUDGET} with its reason`)
}
