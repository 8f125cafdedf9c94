import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import base from '../../../playwright.config.ts'
import { limitPatterns, patterns } from './areas.mjs'

const isAll = process.env['ALL_IN_FIREFOX'] !== undefined
const root = join(import.meta.dirname, '../../..')

// Firefox ESR by WebDriver BiDi.
export default defineConfig(base, {
  testDir: join(root, 'e2e'),
  ...(!isAll && { grep: patterns.flatMap(({ of }) => of) }),
  grepInvert: limitPatterns,
  outputDir: join(root, 'test-results/firefox'),
  globalTimeout: (isAll ? 119 : 19) * 60_000,
  // Other steps of CI run beside it.
  workers: 2,
  // Its pages are slower than Chromium's, by Playwright's BiDi too.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    trace: 'off',
    // It puts a style into the page, which the content security policy reports as the page's own.
    screenshot: 'off',
    launchOptions: {
      args: [],
      executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
      firefoxUserPrefs: {
        // Its own on Debian is DejaVu Sans, a sixth wider; the tests measure texts in this one, as in Chromium.
        'font.name.sans-serif.x-western': 'Liberation Sans',
        // A content process ends when axe reads reflected ARIA elements.
        'accessibility.ARIAElementReflection.enabled': false,
        // The panel would have the focus after a download, and the driver's clicks don't give it back to the page.
        'browser.download.alwaysOpenPanel': false,
        // Some users search the page by typing: the portal's own keys must come first.
        'accessibility.typeaheadfind': true,
      },
    },
  },
})
