/** Whole calls on a large world, as ratios to work of a known kind in the same run. */
import { readFileSync } from 'node:fs'
import { bundle } from './bundle.mjs'
import { median } from './figures.mjs'

const ROLES = 5000
const USERS = 1000
/** A tenth of the roles, created when as many are there as most accounts may have. */
const AT = 1000
const SOME = 100

/** Milliseconds of each of `count` runs, one after the other. */
async function timed(count, run) {
  const times = []
  for (let index = 0; index < count; index++) {
    const start = performance.now()
    await run(index)
    times.push(performance.now() - start)
  }
  return times
}

const sum = (values) => values.reduce((total, value) => total + value, 0)

/** Megabytes in use once what is no longer needed is gone; needs `--expose-gc`. */
function megabytes() {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

export async function benchWorld() {
  const bench = await bundle('world')
  const read = async (id) => JSON.parse(readFileSync(`public/scenarios/${id}.json`, 'utf8'))

  const texts = await bench.managedPolicyTexts()
  const parse = sum(await timed(1, () => texts.map((text) => JSON.parse(text))))
  const compile = sum(await timed(1, () => texts.map(bench.compileText)))

  // a page that has been used for a while, rather than the first calls of a cold engine
  const warm = bench.openCloud()
  await timed(2 * AT, warm.createRole)

  const before = megabytes()
  const cloud = bench.openCloud()
  const first = await timed(AT, cloud.createRole)
  const createRole = median(await timed(SOME, (index) => cloud.createRole(AT + index)))
  const getRole = median(await timed(SOME, cloud.getRole))
  const listThousand = median(await timed(SOME, () => cloud.listRoles(1000)))
  const rest = await timed(ROLES - AT - SOME, (index) =>
    cloud.createRole(AT + SOME + index)
  )
  const users = await timed(USERS, cloud.createUser)
  await cloud.cloud.settled()
  const built = (sum(first) + createRole * SOME + sum(rest) + sum(users)) / 1000
  const size = megabytes() - before
  const createAmongMany = median(rest.slice(-SOME))
  const getAmongMany = median(await timed(SOME, (index) => cloud.getRole(index * 7)))
  const copied = median(await timed(3, () => structuredClone(cloud.cloud.world)))

  const stuart = median(
    await timed(20, async () => {
      cloud.cloud.replace(await bench.scenarioWorld('stuart', read))
      await cloud.cloud.ready
    })
  )
  const busy = median(
    await timed(5, async () => {
      cloud.cloud.replace(await bench.scenarioWorld('busy', read))
      await cloud.cloud.ready
    })
  )

  const rows = [
    [`compile all ${texts.length} AWS managed policies`, compile, compile / parse, 'parse'],
    [`createRole at ${AT} roles`, createRole, createRole / copied, 'copy'],
    [`createRole at ${ROLES} roles`, createAmongMany, createAmongMany / copied, 'copy'],
    [`getRole at ${AT} roles`, getRole, getRole / copied, 'copy'],
    [`getRole at ${ROLES} roles`, getAmongMany, getAmongMany / copied, 'copy'],
    ['listRoles, 1000 in one page', listThousand, listThousand / copied, 'copy'],
    ['reset to the scenario stuart', stuart, stuart / copied, 'copy'],
    ['reset to the scenario busy', busy, busy / copied, 'copy'],
  ]
  console.log('\nCalls on a large world. Ratios: to JSON.parse of the same texts')
  console.log(`(${parse.toFixed(0)} ms), or to a structured clone of the world`)
  console.log(`(${copied.toFixed(0)} ms) with ${USERS} users and ${ROLES} roles\n`)
  for (const [what, time, ratio, to] of rows) {
    console.log(
      `  ${what.padEnd(42)} ${time.toFixed(3).padStart(9)} ms   ${ratio.toFixed(4)} x ${to}`
    )
  }
  console.log(
    `\n  ${USERS} users and ${ROLES} roles through the API: ${built.toFixed(2)} s, ` +
      `${size.toFixed(1)} MB with the history of events`
  )
}
