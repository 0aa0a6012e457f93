/** Decisions a second, as a ratio to `JSON.parse` of a small policy in the same run. */
import { bundle } from './bundle.mjs'

const SECONDS = 1

/** Times a function for about a second after a warm-up; calls a second. */
function rate(run) {
  const batch = 1000
  const until = (ms) => {
    const start = performance.now()
    let calls = 0
    while (performance.now() - start < ms) {
      for (let i = 0; i < batch; i++) run()
      calls += batch
    }
    return (calls / (performance.now() - start)) * 1000
  }
  until(300)
  return until(SECONDS * 1000)
}

export async function benchEngine() {
  const { cases, decide, yardstick } = await bundle('engine')
  const parse = rate(yardstick)
  const rows = cases.map((one) => {
    if (decide(one).verdict !== 'Allow')
      throw new Error(`${one.name}: the case is not allowed`)
    const decisions = rate(() => decide(one))
    return {
      what: one.name,
      'decisions/s': Math.round(decisions),
      ratio: decisions / parse,
    }
  })
  console.log(
    '\nDecisions on compiled policies. Ratio: to JSON.parse of a one-statement policy'
  )
  console.log(`(${Math.round(parse).toLocaleString('en')} parses a second in this run)\n`)
  for (const row of rows) {
    const count = row['decisions/s'].toLocaleString('en').padStart(10)
    console.log(`  ${row.what.padEnd(34)} ${count} /s   ${row.ratio.toFixed(2)} x`)
  }
}
