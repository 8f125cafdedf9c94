import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { runStep, runTwoAtATime } from '../run-step.mjs'
import { countE2E, countUnit, tally } from './steps.mjs'

describe('the closing line', () => {
  it.each([
    ['all passed', true, 12, 0, { ok: true, passed: 12, failed: 0 }],
    ['one failed', false, 11, 1, { ok: false, passed: 11, failed: 1 }],
    ['a failure that no test shows', false, 12, 0, { ok: false, passed: 12, failed: 1 }],
    ['a failed test that the runner forgave', true, 11, 1, { ok: false, passed: 11, failed: 1 }],
    ['no test at all', true, 0, 0, { ok: false, passed: 0, failed: 1 }],
  ])('counts %s', (_, ok, passed, failed, counted) => {
    expect(tally(ok, passed, failed)).toEqual(counted)
  })

  it('counts a file that did not load and a skipped test as failed', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    }
    expect(countUnit(report)).toEqual({ passed: 3, failed: 3 })
  })

  it('counts a flaky, a skipped and an unstarted browser test as failed', () => {
    expect(countE2E({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] })).toEqual({
      passed: 4,
      failed: 3,
    })
    expect(countE2E({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] })).toEqual({
      passed: 0,
      failed: 1,
    })
  })

  it('counts nothing where there is no report', () => {
    expect([countUnit(undefined), countE2E(undefined)]).toEqual([
      { passed: 0, failed: 0 },
      { passed: 0, failed: 0 },
    ])
  })
})

describe('a step', () => {
  const said = []
  const say = (text) => said.push(text)
  const step = (script, minutes) =>
    runStep({ name: 'step', command: process.execPath, args: ['-e', script], minutes, say })

  it('succeeds with its command', async () => {
    expect(await step(`console.log('done')`, 1)).toMatchObject({ ok: true, output: 'done\n' })
  })

  it.each([
    ['its command fails', 'process.exit(2)', 1],
    ['its command dies', 'process.kill(process.pid, "SIGKILL")', 1],
    ['its time is up', 'setInterval(() => {}, 1000)', 0.005],
  ])('fails when %s', async (_, script, minutes) => {
    expect(await step(script, minutes)).toMatchObject({ ok: false })
  })

  it('shows what its command said only if it fails', async () => {
    said.length = 0
    await step(`console.log('quiet')`, 1)
    await step(`console.log('loud'); process.exit(1)`, 1)
    expect(said).toEqual([
      expect.stringMatching(/^step +ok/),
      'loud',
      expect.stringMatching(/^step +FAILED \(exit 1\)/),
    ])
  })

  it('fails when there is no such command', async () => {
    expect(await runStep({ name: 'step', command: 'no-such-tool', args: [], minutes: 1, say })).toMatchObject({
      ok: false,
    })
  })

  it('leaves nothing running', async () => {
    const { output } = await step(
      `const c = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }); console.log(c.pid); c.unref()`,
      1,
    )
    const grandchild = Number(output)
    await expect.poll(() => isRunning(grandchild)).toBe(false)
  })
})

it('runs steps two at a time, and tells their outcomes in their order', async () => {
  // The first step waits for the second one.
  const first = Promise.withResolvers()
  const server = createServer((request, response) => {
    if (request.url === '/first') return first.resolve(response)
    response.end()
    first.promise.then((waiting) => waiting.end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const asks = (name) => `await fetch('http://127.0.0.1:${server.address().port}/${name}')`
  const step = (name, script) => ({
    name,
    command: process.execPath,
    args: ['--input-type=module', '-e', script],
    minutes: 1,
  })
  const said = []
  const steps = [step('first', asks('first')), step('second', `${asks('second')}; process.exit(3)`), step('third', '')]
  const outcomes = await runTwoAtATime(steps, (text) => said.push(text.split(' ')[0]))
  server.close()
  expect([outcomes, said]).toEqual([
    [true, false, true],
    ['first', 'second', 'third'],
  ])
})

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    // A killed process that nobody has waited for still answers to its number.
    return !isZombie(pid)
  } catch {
    return false
  }
}

function isZombie(pid) {
  try {
    return /\) Z /.test(process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
