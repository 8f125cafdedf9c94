// npm run test:browser -- [file] [-g name]: tests in a browser, with Playwright's own arguments; the pages are built if
// need be.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isBuilt } from './build/web-build-state.mjs'
import { root } from './run-step.mjs'
import { findBrowser, findHeadlessBrowser } from './test/find-browser.mjs'

const run = (script, args, env = process.env) =>
  spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env }).status === 0

const built = isBuilt(root) || run('scripts/build.mjs', [])
const args = process.argv.slice(2)
const isSeen = args.some((arg) => /^--(headed|debug|ui)/.test(arg))
const env = { ...process.env, CHROMIUM_PATH: isSeen ? findBrowser() : findHeadlessBrowser() }
process.exitCode = built && run('node_modules/@playwright/test/cli.js', ['test', ...args], env) ? 0 : 1
