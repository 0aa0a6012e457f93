/** The whole suite with its files in an order that `SEED` decides; see `repeat.mjs`. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import config from './playwright.config'

const seed = process.env.SEED ?? '1'

const rank = (file: string) => createHash('sha256').update(`${seed} ${file}`).digest('hex')

const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.e2e.ts'))
  .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))

export default defineConfig({
  ...config,
  retries: 0,
  reporter: 'line',
  // projects are run in the order in which they are listed
  projects: files.map((file) => ({ name: file, testMatch: file })),
})
