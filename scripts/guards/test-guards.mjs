// npm run test:guards: removes each guard of guards.mjs in a copy of the project and requires that a test fails there.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, runStep } from '../run-step.mjs'
import { guards } from './guards.mjs'

const copy = mkdtempSync(join(tmpdir(), 'portal-guards-'))

/** Copies git's files, including changes; third-party packages are linked, our own are those of the copy. */
function makeCopy() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const path of list.toString().split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(root, path), join(copy, path), { force: true })
  }
  const modules = join(root, 'node_modules')
  mkdirSync(join(copy, 'node_modules/@portal'), { recursive: true })
  for (const name of readdirSync(modules))
    if (name !== '@portal') symlinkSync(join(modules, name), join(copy, 'node_modules', name))
  for (const folder of ['apps', 'packages'])
    for (const name of readdirSync(join(copy, folder)))
      symlinkSync(join(copy, folder, name), join(copy, 'node_modules/@portal', name))
}

/** Runs test files in the copy. @returns how many tests passed and failed there */
async function runTests(files) {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  await runStep({
    name: 'tests',
    command: 'vitest',
    // Without its guard, a test might wait for something that never happens: not for the minute that a slow machine
    // might need.
    args: ['run', '--root', copy, '--testTimeout=20000', '--reporter=json', `--outputFile=${report}`, ...files],
    minutes: 5,
    say: () => undefined,
  })
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

let failed = 0
try {
  makeCopy()
  const whole = await runTests([...new Set(guards.flatMap(({ tests }) => tests))])
  if (whole.failed > 0 || whole.passed === 0) throw new Error(`With all guards ${whole.failed} tests fail already`)
  for (const { finding, about, file, text, without, tests } of guards) {
    const path = join(copy, file)
    const guarded = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      guarded.replace(text, () => without),
    )
    const outcome = await runTests(tests)
    writeFileSync(path, guarded)
    const isNoticed = outcome.failed > 0 && outcome.passed > 0
    if (!isNoticed) failed += 1
    const noticed = isNoticed ? `noticed by ${outcome.failed} tests` : 'NOT NOTICED'
    console.log(`${String(finding).padEnd(3)} ${noticed.padEnd(21)} ${about}`)
  }
} finally {
  rmSync(copy, { recursive: true })
}
console.log(`${guards.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
