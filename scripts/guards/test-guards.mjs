// npm run test:guards: removes each guard once in a copy of the project and requires that a test fails there: of a
// promise, one whose name starts with its ID.
//   npm run test:guards -- F27 S36     only the guards of these
//   npm run test:guards -- --resume    only those that no earlier run has found noticed
//   npm run test:guards -- --why       with the message of the test that failed
//   npm run test:guards -- --lanes=1   one at a time instead of two
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildIfStale } from '../build/web-build-state.mjs'
import { root } from '../run-step.mjs'
import { endWith } from '../test/outcome.mjs'
import { everyGuard } from './every-guard.mjs'
import { GuardedCopy } from './guarded-copy.mjs'
import { filesOf } from './named-tests.mjs'

const args = process.argv.slice(2)
const ids = args.filter((arg) => !arg.startsWith('--'))
const lanes = Number(args.find((arg) => arg.startsWith('--lanes='))?.slice('--lanes='.length) ?? 2)
const record = join(root, 'test-results/guards.json')

const chosen = everyGuard.filter(({ finding }) => ids.length === 0 || ids.includes(String(finding)))
/** The guards that were noticed when they were removed: each as JSON, so that a guard that was edited is a new one. */
const noticed = new Set(readRecord())
if (!args.includes('--resume')) for (const guard of chosen) noticed.delete(JSON.stringify(guard))
const waiting = chosen.filter((guard) => !noticed.has(JSON.stringify(guard)))
if (waiting.length < chosen.length) console.log(`${chosen.length - waiting.length} noticed by an earlier run`)

const opensPages = waiting.some((guard) => filesOf(guard).specs.length > 0)
if (opensPages) await buildIfStale()

/** Whether the tests of a guard pass while it is there: run once for all guards of the same tests. */
const controls = new Map()

/** Takes one guard after the other, until none is left. */
async function lane() {
  const copy = new GuardedCopy()
  try {
    for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
      const { finding, about } = guard
      const { isNoticed, said, why } = await verdictOf(guard, copy)
      if (isNoticed) noticed.add(JSON.stringify(guard))
      console.log(`${String(finding).padEnd(3)} ${said.padEnd(21)} ${about}`)
      if (args.includes('--why') && why !== '') console.log(`    ${why.slice(0, 240)}`)
      writeRecord()
    }
  } finally {
    copy.close()
  }
}

/**
 * @param {import('./guards.mjs').guards[number]} guard
 * @param {GuardedCopy} copy
 */
async function verdictOf(guard, copy) {
  const { passed, failed, isNamed, why } = await copy.testWithout(guard)
  if (passed + failed === 0) return { isNoticed: false, said: 'NO TEST RAN', why }
  // If all tests of a whole file fail, what is missing might be more than the guard.
  if (failed === 0 || (!isNamed && passed === 0)) return { isNoticed: false, said: 'NOT NOTICED', why }
  const key = JSON.stringify([guard.finding, guard.tests])
  if (!controls.has(key)) controls.set(key, copy.runTests(guard.finding, guard.tests))
  const control = await controls.get(key)
  if (control.failed > 0) return { isNoticed: false, said: 'FAILS WITH ITS GUARD', why: control.why }
  return { isNoticed: true, said: isNamed ? 'noticed' : `noticed by ${failed} tests`, why }
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'))
  } catch {
    return []
  }
}

function writeRecord() {
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, JSON.stringify([...noticed], undefined, 2))
}

await Promise.all(Array.from({ length: Math.min(lanes, waiting.length) }, lane))
const passed = chosen.filter((guard) => noticed.has(JSON.stringify(guard))).length
endWith({ passed, failed: Math.max(chosen.length - passed, passed === 0 ? 1 : 0) })
