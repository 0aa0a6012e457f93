import { defineConfig } from '@playwright/test'
import config from '../playwright.config'

export default defineConfig({
  ...config,
  testDir: import.meta.dirname,
  testMatch: '*.shots.ts',
  reporter: 'line',
})
