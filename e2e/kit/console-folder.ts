import { resolve } from 'node:path'
import { consoleFiles } from '~/server/console-files'

/** The built console that tests are run against; another one where the environment says so. */
export const consoleFolder = (): string =>
  process.env.UNDERSTUDY_DIST ? resolve(process.env.UNDERSTUDY_DIST) : consoleFiles()
