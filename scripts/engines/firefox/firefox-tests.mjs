import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runStep } from '../../run-step.mjs'
import { haveCommand } from '../../test/debian-command.mjs'
import { findFonts } from '../../test/find-browser.mjs'
import { printFailures } from '../../test/promises.mjs'
import { countE2E, tally } from '../../test/steps.mjs'
import { chosenFiles, limits } from './areas.mjs'
import { testsByArea, testsByFile } from './tests-by-area.mjs'

const report = join(root, 'test-results/firefox.json')
const config = join(import.meta.dirname, 'playwright.config.ts')

/** Whether `firefox-esr` is on the PATH, or could be installed now. */
export const findFirefox = () => haveCommand({ command: ['firefox-esr', '--version'], debianPackage: 'firefox-esr' })

/**
 * Runs the browser tests of areas.mjs in Firefox ESR, and names those that its driver can't run. Where Firefox can't be
 * had it says so, and nothing has failed.
 * @param {string[]} [files] runs every test instead, or those of these files
 * @returns {Promise<import('../tested-engine.mjs').EngineOutcome>}
 */
export async function firefoxTests(files) {
  if (!findFirefox()) {
    console.log('Firefox: not tested, because there is no firefox-esr (Debian: firefox-esr)')
    return { passed: 0, failed: 0 }
  }
  findFonts(console.log)
  rmSync(report, { force: true })
  const { ok } = await runStep({
    name: 'firefox',
    command: 'playwright',
    args: ['test', '--config', config, ...(files ?? chosenFiles)],
    minutes: files ? 120 : 20,
    live: true,
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'driver-shim.mjs')).href}`,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(files && { ALL_IN_FIREFOX: 'true' }),
    },
  })
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  for (const { what, reason, tests } of limits)
    for (const { spec, titles = ['all tests'] } of tests)
      for (const title of titles) console.log(`Firefox: not run: ${spec}: ${title}. ${what}: ${reason}`)
  printFailures({ e2e: results })
  const { passed, failed } = countE2E(results)
  if (files) return { ...tally(ok, passed, failed), files: testsByFile(results) }
  const { areas, absent } = testsByArea(results)
  for (const pattern of absent) console.log(`Firefox: no test is called ${pattern.source}`)
  return {
    ...tally(ok, passed, failed + absent.length),
    tested: {
      name: 'Firefox',
      version: execFileSync('firefox-esr', ['--version'], { encoding: 'utf8' }).trim().replace('Mozilla ', ''),
      how: 'Playwright, WebDriver BiDi',
      areas,
    },
  }
}

/** The limits as the page of all engines has them, with the files that are left out. */
export const firefoxLimits = limits.map(({ what, reason, tests }) => ({
  what: `${what} (${tests.map(({ spec }) => spec).join(', ')})`,
  reason,
}))

/** How many browser tests there are, and how many of them Firefox's driver can't run. */
export function countTests() {
  const listed = (/** @type {string} */ of) => {
    const args = ['test', '--list', '--config', of]
    const env = { ...process.env, ALL_IN_FIREFOX: 'true' }
    const list = execFileSync(join(root, 'node_modules/.bin/playwright'), args, { encoding: 'utf8', env })
    return Number(/^Total: (\d+) tests/m.exec(list)?.[1])
  }
  const tests = listed(join(root, 'playwright.config.ts'))
  return { tests, leftOut: tests - listed(config) }
}
