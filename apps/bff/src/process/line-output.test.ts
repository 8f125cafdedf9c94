import { spawnSync } from 'node:child_process'
import { constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { descriptorStream } from './descriptor-stream.ts'
import { lineOutput } from './line-output.ts'
import { remindMs } from './reminder.ts'

/** An output whose destination fails while `fault` is set, and what has reached it and standard error. */
function anOutput() {
  const here = {
    fault: '',
    now: Date.parse('2026-11-30T10:00:00Z'),
    written: [] as string[],
    complaints: [] as string[],
  }
  const write = (line: string) => {
    if (here.fault !== '') throw Object.assign(new Error('no'), { code: here.fault })
    here.written.push(line)
  }
  const complain = (line: string) => void here.complaints.push(line)
  return { here, output: lineOutput({ write }, { complain, now: () => here.now }) }
}

const factsOf = (line: string | undefined) => JSON.parse(line ?? '') as Record<string, unknown>

describe('a destination that takes no lines', () => {
  it('is a trouble until it takes them again, and then the log says since when, and how many are lost', () => {
    const { here, output } = anOutput()
    output.write('a\n')
    expect(output.troubles()).toEqual([])
    here.fault = 'ENOSPC'
    output.write('b\n')
    output.write('c\n')
    expect(() => output.record('d\n')).toThrow('no')
    expect(output.troubles()).toEqual(['log-not-written'])
    here.fault = ''
    here.now += 5_000
    output.write('e\n')
    expect(output.troubles()).toEqual([])
    expect(here.written).toEqual(['a\n', expect.any(String), 'e\n'])
    expect(factsOf(here.written[1])).toEqual({
      level: 'error',
      ts: '2026-11-30T10:00:05.000Z',
      event: 'log-interrupted',
      reason: 'ENOSPC',
      since: '2026-11-30T10:00:00.000Z',
      lost: 2,
    })
  })

  it('is reported on standard error at once, then once a minute though nobody writes, and with another reason', () => {
    const { here, output } = anOutput()
    const reasons = () => here.complaints.map((line) => factsOf(line)['reason'])
    here.fault = 'ENOSPC'
    output.write('a\n')
    output.look()
    expect(reasons()).toEqual(['ENOSPC'])
    here.now += remindMs
    output.look()
    output.look()
    expect(reasons()).toEqual(['ENOSPC', 'ENOSPC'])
    here.fault = 'EPIPE'
    output.look()
    expect(reasons()).toEqual(['ENOSPC', 'ENOSPC', 'EPIPE'])
    here.fault = ''
    output.look()
    output.look()
    expect(here.written.map((line) => factsOf(line)['event'])).toEqual(['log-interrupted'])
  })

  it('gets what must not be lost before anything else, in its order, and standard error gets it at once', () => {
    const { here, output } = anOutput()
    here.fault = 'EPIPE'
    output.keep('kept 1\n')
    output.keep('kept 2\n')
    expect(here.complaints.slice(1)).toEqual(['kept 1\n', 'kept 2\n'])
    here.fault = ''
    output.record('next\n')
    output.record('last\n')
    expect(here.written.filter((line) => !line.startsWith('{'))).toEqual(['kept 1\n', 'kept 2\n', 'next\n', 'last\n'])
  })
})

describe('a descriptor', () => {
  const aFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'descriptor-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    return folder
  }

  it('gets lines of any length, completely', () => {
    const file = join(aFolder(), 'log')
    const stream = descriptorStream(openSync(file, 'w'))
    const long = `${'é'.repeat(300_000)}\n`
    stream.write('a\n')
    stream.write(long)
    expect(readFileSync(file, 'utf8')).toBe(`a\n${long}`)
  })

  it('that is full is the system’s error', () => {
    const stream = descriptorStream(openSync('/dev/full', constants.O_WRONLY))
    expect(() => stream.write('a\n')).toThrow(expect.objectContaining({ code: 'ENOSPC' }) as Error)
  })

  it('that took half a line gets the next one on a line of its own', () => {
    const path = join(aFolder(), 'pipe')
    spawnSync('mkfifo', [path])
    const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
    const read = () => {
      const bytes = Buffer.alloc(200_000)
      return bytes.toString('utf8', 0, readSync(descriptor, bytes))
    }
    const stream = descriptorStream(descriptor)
    expect(() => stream.write(`${'x'.repeat(100_000)}\n`)).toThrow(expect.objectContaining({ code: 'EAGAIN' }) as Error)
    expect(read()).toMatch(/^x+$/)
    stream.write('next\n')
    stream.write('last\n')
    expect(read()).toBe('\nnext\nlast\n')
  })
})
