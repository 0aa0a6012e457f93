/** `npm run bench`: everything is a ratio to something measured in the same run. */
import { benchEngine } from './engine.mjs'
import { benchPages } from './pages.mjs'

await benchEngine()
await benchPages()
