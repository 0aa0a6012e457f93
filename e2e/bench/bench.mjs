/** `npm run bench`: everything is a ratio to something measured in the same run. */
import { benchEngine } from './engine.mjs'
import { benchLists } from './lists.mjs'
import { benchPages } from './pages.mjs'
import { benchTests } from './tests.mjs'
import { benchWorld } from './world.mjs'

await benchEngine()
await benchWorld()
await benchPages()
await benchLists()
await benchTests()
