/**
 * `npm run e2e:repeat -- 20`: the suite as often as that, each time in another order, nothing
 * tried twice. Ends with the first run that fails and says its seed. Whatever else is on the
 * command line goes to Playwright.
 */
import { spawnSync } from 'node:child_process'

const [times = '20', ...rest] = process.argv.slice(2)
const command = ['playwright', 'test', '--config', 'e2e/shuffled.config.ts', ...rest]

for (let seed = 1; seed <= Number(times); seed++) {
  const start = performance.now()
  const { status } = spawnSync('npx', command, {
    stdio: 'inherit',
    env: { ...process.env, SEED: String(seed) },
  })
  const minutes = ((performance.now() - start) / 60_000).toFixed(1)
  console.log(
    `run ${seed} of ${times}: ${status === 0 ? 'passed' : 'FAILED'}, ${minutes} min`
  )
  if (status !== 0) process.exit(1)
}
