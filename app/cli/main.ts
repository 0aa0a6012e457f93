/** The program `understudy`. */
import { run } from './run'

const ended = () =>
  new Promise<void>((resolve) => {
    // a second one means it
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  ended,
})
