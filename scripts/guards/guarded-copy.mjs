import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isOfPages } from '../build/web-build-state.mjs'
import { root, runStep } from '../run-step.mjs'
import { findHeadlessBrowser } from '../test/find-browser.mjs'
import { filesOf, namesStartingWith, outcomeOf } from './named-tests.mjs'

const builtPages = 'apps/web/dist'

/**
 * A copy of git's files, including changes, in which guards are removed. Third-party packages are linked; our own, and
 * the pages if they are built, are those of the copy.
 */
export class GuardedCopy {
  folder = mkdtempSync(join(tmpdir(), 'portal-guards-'))

  constructor() {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
    for (const path of list.toString().split('\0').filter(Boolean)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      cpSync(join(root, path), join(this.folder, path), { force: true })
    }
    const modules = join(root, 'node_modules')
    mkdirSync(join(this.folder, 'node_modules/@portal'), { recursive: true })
    for (const name of readdirSync(modules))
      if (name !== '@portal') symlinkSync(join(modules, name), join(this.folder, 'node_modules', name))
    for (const part of ['apps', 'packages'])
      for (const name of readdirSync(join(this.folder, part)))
        symlinkSync(join(this.folder, part, name), join(this.folder, 'node_modules/@portal', name))
    this.#copyPages()
  }

  /**
   * Removes a guard, runs its tests, and puts the guard back. Pages are built again if the guard is part of them and a
   * test opens them.
   * @param {import('./guards.mjs').guards[number]} guard
   * @returns {Promise<ReturnType<typeof outcomeOf>>} no test passed or failed: without the guard, nothing loads
   */
  async testWithout({ finding, file, text, without, tests }) {
    const path = join(this.folder, file)
    const guarded = readFileSync(path, 'utf8')
    const buildsPages = isOfPages(file) && filesOf({ tests }).specs.length > 0
    writeFileSync(
      path,
      guarded.replace(text, () => without),
    )
    try {
      if (buildsPages) await this.#run([process.execPath, 'scripts/build.mjs', '--uncompressed'], { minutes: 4 })
      return await this.runTests(finding, tests, { untilOneFails: true })
    } finally {
      writeFileSync(path, guarded)
      if (buildsPages) this.#copyPages()
    }
  }

  /**
   * Runs the tests of a guard: those with its ID, or all tests of its files if they have none.
   * @param {number | string} finding the guard's ID
   * @param {string[]} tests files
   * @param {{ untilOneFails?: boolean }} [how] untilOneFails: of the tests with its ID, no others run after that
   */
  async runTests(finding, tests, { untilOneFails = false } = {}) {
    const named = typeof finding === 'string' ? namesStartingWith(finding) : undefined
    const end = untilOneFails && named !== undefined
    const { unit, specs } = filesOf({ tests })
    const e2e = specs.length > 0 ? await this.#runSpecs(specs, named, end) : undefined
    const outcome = outcomeOf(finding, { unit: await this.#runUnit(unit, named, end), e2e })
    if (named === undefined || outcome.passed + outcome.failed > 0) return outcome
    return outcomeOf(finding, { unit: await this.#runUnit(unit), e2e })
  }

  async #runSpecs(files, named, untilOneFails) {
    const only = [...(named === undefined ? [] : ['--grep', named]), ...(untilOneFails ? ['-x'] : [])]
    const report = join(this.folder, 'e2e.json')
    const args = ['node_modules/@playwright/test/cli.js', 'test', '--workers=1', ...only, ...files]
    const env = { CHROMIUM_PATH: findHeadlessBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    await this.#run([process.execPath, ...args], { minutes: 15, env, report })
    return readReport(report)
  }

  async #runUnit(files, named, untilOneFails) {
    if (files.length === 0) return undefined
    const only = [...(named === undefined ? [] : ['-t', named]), ...(untilOneFails ? ['--bail=1'] : [])]
    const report = join(this.folder, 'unit.json')
    // Without its guard, a test might wait for something that never happens: not for the minute that a slow machine
    // might need.
    const args = ['run', '--testTimeout=20000', '--reporter=json', `--outputFile=${report}`, ...only, ...files]
    await this.#run(['vitest', ...args], { minutes: 5, report })
    return readReport(report)
  }

  async #run([command, ...args], { minutes, env = {}, report }) {
    if (report !== undefined) rmSync(report, { force: true })
    await runStep({ name: command, command, args, minutes, env, cwd: this.folder, say: () => undefined })
  }

  #copyPages() {
    rmSync(join(this.folder, builtPages), { recursive: true, force: true })
    if (existsSync(join(root, builtPages)))
      cpSync(join(root, builtPages), join(this.folder, builtPages), { recursive: true })
  }

  close() {
    rmSync(this.folder, { recursive: true })
  }
}

// There is none if the tests could not start.
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
