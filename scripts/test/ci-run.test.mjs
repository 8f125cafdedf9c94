// What .ci/run makes of its steps, with an npm that only plays them.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { root } from '../run-step.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ci-run-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const program = (name, text) => {
  writeFileSync(join(folder, 'bin', name), `#!/usr/bin/env bash\n${text}\n`)
  chmodSync(join(folder, 'bin', name), 0o755)
}

/**
 * Runs it where `npm run STEP` does what `played` says in bash, and passes two tests otherwise. A step that hangs is
 * not waited for.
 */
function ciRun(played) {
  for (const made of ['.ci', 'bin', 'node_modules', 'scripts']) mkdirSync(join(folder, made))
  cpSync(join(root, '.ci/run'), join(folder, '.ci/run'))
  writeFileSync(join(folder, 'scripts/preflight.mjs'), '')
  const cases = Object.entries(played).map(([step, text]) => `${step}) ${text} ;;`)
  program('npm', `case "$2" in\n${cases.join('\n')}\n*) echo "begin $2"; echo '2 passed, 0 failed' ;;\nesac`)
  const hangs = Object.keys(played).filter((step) => played[step] === hang)
  const limits = hangs.map((step) => `*" run ${step} "*) set -- --kill-after=1 0.2 "\${@:3}" ;;`)
  // The second one on the PATH is the machine's.
  const machines = '"$(type -ap timeout | sed -n 2p)"'
  program('timeout', `case " $* " in\n${limits.join('\n')}\nesac\nexec ${machines} "$@"`)
  const env = { ...process.env, PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter) }
  const { stdout, stderr, status } = spawnSync('bash', [join(folder, '.ci/run')], {
    encoding: 'utf8',
    env,
    timeout: 50_000,
  })
  return { lines: stdout.trim().split('\n'), stderr, status }
}

const hang = 'exec sleep 600'

it('adds up the counts of all eight steps', () => {
  const { lines, stderr, status } = ciRun({ test: "echo '10 passed, 0 failed'" })
  expect([lines.at(-1), stderr, status]).toEqual(['24 passed, 0 failed', '', 0])
})

it('counts a step that fails, one that says no counts and one that hangs, and repeats why at the end', () => {
  const { lines, status } = ciRun({
    test: "echo 'FAILED a.test.ts: one: why'; echo many; echo '5 passed, 2 failed'; exit 1",
    'test:package': "echo 'cannot begin'; exit 1",
    'test:replicas': "echo 'a failure without a name'; echo '2 passed, 1 failed'; exit 1",
    'test:az': hang,
  })
  expect([lines.at(-1), status]).toEqual(['15 passed, 5 failed', 1])
  const end = lines.slice(lines.lastIndexOf('2 passed, 0 failed') + 1).join('\n')
  for (const said of [
    'FAILED a.test.ts: one: why',
    'cannot begin\nFAILED npm run test:package (exit 1)',
    'FAILED npm run test:az (exit 124)',
    'a failure without a name\n2 passed, 1 failed',
  ])
    expect(end).toContain(said)
})

it('runs two lanes side by side, and prints each step whole', () => {
  const meeting = join(folder, 'meeting')
  spawnSync('mkfifo', [meeting])
  // Each waits for the other one: one after the other, they would never end.
  const { lines } = ciRun({
    'test:engines': `echo "begin $2"; echo here >${meeting}; echo "end $2"; echo '1 passed, 0 failed'`,
    'test:az': `echo "begin $2"; read -r <${meeting}; echo "end $2"; echo '1 passed, 0 failed'`,
  })
  for (const step of ['test:engines', 'test:az']) expect(lines[lines.indexOf(`begin ${step}`) + 1]).toBe(`end ${step}`)
  expect(lines.at(-1)).toBe('14 passed, 0 failed')
})
