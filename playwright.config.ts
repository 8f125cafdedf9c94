import { defineConfig } from '@playwright/test'
import { browserArguments } from './scripts/test/browser-arguments.mjs'

const [scale, dev] = ['**/scale.spec.ts', '**/dev.spec.ts']
const executablePath = process.env['CHROMIUM_PATH']
const isCi = process.env['CI'] === 'true'

// Each test starts its own portal and Azure, so there is no server to start here.
export default defineConfig({
  testDir: 'e2e',
  // Emptied at each run, so not the folder of the reports.
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  // One more than the cores of the usual machine: a test waits now and then, for a frame or for a list to open.
  workers: 3,
  // The two that take longest in one worker begin first, so that the others do not wait for them at the end.
  projects: [
    { name: 'scale', testMatch: scale },
    // Its server serves some 800 files one by one.
    { name: 'dev', testMatch: dev, expect: { timeout: 60_000 } },
    { name: 'rest', testMatch: '**/*.spec.ts', testIgnore: [scale, dev] },
  ],
  // A test that passes only the second time is a defect, in it or in the portal.
  retries: 0,
  forbidOnly: isCi,
  // Longer than the slowest test needs on a busy machine: it ends what hangs, and does not measure speed.
  timeout: 120_000,
  // Before the step's own limit, so that the report still gets written. CI has an hour for all; elsewhere, a machine
  // with other work gets the time that it needs.
  globalTimeout: (isCi ? 36 : 110) * 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    // Its actions and its console. Pictures, copies of the page at each action, and requests cost as much as the tests.
    trace: process.env['TRACE'] === 'on' ? 'on' : { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    // A page of a new context would begin in a process of its own, and leave it for another with its first address.
    launchOptions: {
      args: [...browserArguments, '--renderer-process-limit=1'],
      ...(executablePath ? { executablePath } : {}),
    },
  },
})
