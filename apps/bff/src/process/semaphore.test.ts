import { describe, expect, it, vi } from 'vitest'
import { semaphore, SemaphoreFull, semaphores, WaitedTooLong } from './semaphore.ts'

/** A task that runs until it is released; `running` lists the tasks inside. */
function tasks() {
  const running = new Set<string>()
  const ends = new Map<string, () => void>()
  const task = (name: string) => () => {
    running.add(name)
    return new Promise<string>((resolve) => {
      ends.set(name, () => {
        running.delete(name)
        resolve(name)
      })
    })
  }
  return { running, task, end: (name: string) => ends.get(name)?.() }
}

describe('a semaphore', () => {
  it('lets in as many as it is wide, the others in the order they came', async () => {
    const { running, task, end } = tasks()
    const pass = semaphore(2)
    const all = ['a', 'b', 'c', 'd'].map((name) => pass(task(name)))
    expect([...running]).toEqual(['a', 'b'])
    end('b')
    await all[1]
    expect([...running]).toEqual(['a', 'c'])
  })

  it('turns away who would wait behind too many, and does not begin their task', async () => {
    const { running, task, end } = tasks()
    const pass = semaphore(1, 1)
    const first = pass(task('a'))
    const second = pass(task('b'))
    await expect(pass(task('c'))).rejects.toBeInstanceOf(SemaphoreFull)
    end('a')
    await first
    end('b')
    expect(await second).toBe('b')
    expect([...running]).toEqual([])
  })

  it('turns away who has waited for too long, does not begin their task, and gives the place to the next', async () => {
    vi.useFakeTimers()
    try {
      const { running, task, end } = tasks()
      const pass = semaphore(1)
      const first = pass(task('a'))
      const late = pass(task('b'), 500).catch((error: unknown) => error)
      const last = pass(task('c'), 1_000)
      await vi.advanceTimersByTimeAsync(500)
      expect(await late).toBeInstanceOf(WaitedTooLong)
      end('a')
      await first
      expect([...running]).toEqual(['c'])
      await vi.advanceTimersByTimeAsync(1_000)
      end('c')
      expect(await last).toBe('c')
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets the next one in after a failure', async () => {
    const pass = semaphore(1)
    await expect(pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await pass(() => Promise.resolve('yes'))).toBe('yes')
  })
})

it('each key has a semaphore of its own', async () => {
  const { running, task } = tasks()
  const of = semaphores(1)
  for (const name of ['a1', 'a2', 'b1']) void of(name.charAt(0))(task(name))
  expect([...running]).toEqual(['a1', 'b1'])
})
