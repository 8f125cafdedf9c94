import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runStep } from '../../run-step.mjs'
import { haveCommand } from '../../test/debian-command.mjs'
import { countE2E, tally } from '../../test/steps.mjs'

const report = join(root, 'test-results/firefox.json')

/**
 * Runs the browser tests that playwright.config.ts names in Firefox ESR. Where Firefox can't be had it says so, and
 * nothing has failed.
 * @param {string[]} filter arguments of Playwright; without any, all of them
 * @returns {Promise<import('../../test/bounded-story.mjs').Outcome>}
 */
export async function firefoxTests(filter = []) {
  if (!haveCommand({ command: ['firefox-esr', '--version'], debianPackage: 'firefox-esr' })) {
    console.log('Firefox: not tested, because there is no firefox-esr (Debian: firefox-esr)')
    return { passed: 0, failed: 0 }
  }
  rmSync(report, { force: true })
  const { ok } = await runStep({
    name: 'firefox',
    command: 'playwright',
    args: ['test', '--config', join(import.meta.dirname, 'playwright.config.ts'), ...filter],
    minutes: 10,
    live: true,
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'driver-shim.mjs')).href}`,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  })
  const { passed, failed } = countE2E(JSON.parse(readFileSync(report, 'utf8')))
  return tally(ok, passed, failed)
}
