import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import base from '../../../playwright.config.ts'

const root = join(import.meta.dirname, '../../..')

/** What is tested in Firefox too, by area. */
const specs = [
  'image-versions/encrypt-with-customer-managed-key',
  'image-versions/drafts',
  'image-versions/encryption-matrix',
  'portal/languages',
  'portal/sign-in',
]

// Firefox ESR by WebDriver BiDi.
export default defineConfig(base, {
  testDir: join(root, 'e2e'),
  testMatch: specs.map((spec) => `**/${spec}.spec.ts`),
  outputDir: join(root, 'test-results/firefox'),
  globalTimeout: 9 * 60_000,
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    trace: 'off',
    launchOptions: {
      args: [],
      executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
      // A content process ends when axe reads reflected ARIA elements.
      firefoxUserPrefs: { 'accessibility.ARIAElementReflection.enabled': false },
    },
  },
})
