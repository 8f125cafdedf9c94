// npm run test:browser -- [file] [-g name]: tests in a browser, with Playwright's own arguments; the pages are built if
// need be.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build/web-build-state.mjs'
import { root } from './run-step.mjs'
import { findBrowser, findHeadlessBrowser } from './test/find-browser.mjs'
import { withBrowser } from './test/steps.mjs'

await buildIfStale()
const args = process.argv.slice(2)
const isSeen = args.some((arg) => /^--(headed|debug|ui)/.test(arg))
const env = { ...process.env, ...withBrowser(isSeen ? findBrowser() : findHeadlessBrowser()) }
const playwright = join(root, 'node_modules/@playwright/test/cli.js')
const { status } = spawnSync(process.execPath, [playwright, 'test', ...args], { cwd: root, stdio: 'inherit', env })
process.exitCode = status === 0 ? 0 : 1
