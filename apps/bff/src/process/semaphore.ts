import { Refusal, type Answer, type RefusalEvent } from '../refusals/refusal.ts'

const busyForMs = 1_000

/** Runs a task once there is a place for it, or throws `WaitedTooLong` after `waitMs` (milliseconds) without one. */
export type Semaphore = <T>(task: () => Promise<T>, waitMs?: number) => Promise<T>

/** The queue of a semaphore is full. The task has not started. */
export class SemaphoreFull extends Refusal {
  constructor() {
    super('Too many wait already')
    this.name = 'SemaphoreFull'
  }

  answer(): Answer {
    return { status: 503, code: 'PortalBusy', retryAt: Date.now() + busyForMs }
  }

  override logEvent(): RefusalEvent {
    return { level: 'warn', event: 'overloaded' }
  }
}

/** There was no place in time. The task has not started, and never will. */
export class WaitedTooLong extends Error {
  override name = 'WaitedTooLong'
}

/**
 * Lets at most `width` tasks run at once; others wait in the order they came, and beyond `queue` they throw
 * `SemaphoreFull`.
 */
export function semaphore(width: number, queue = Infinity): Semaphore {
  const waiting = new Set<() => void>()
  let inside = 0

  function turn(waitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        waiting.delete(enter)
        clearTimeout(timer)
        resolve()
      }
      const giveUp = () => {
        waiting.delete(enter)
        reject(new WaitedTooLong())
      }
      const timer = waitMs === Infinity ? undefined : setTimeout(giveUp, waitMs)
      waiting.add(enter)
    })
  }

  return async (task, waitMs = Infinity) => {
    if (inside >= width && waiting.size >= queue) throw new SemaphoreFull()
    if (inside >= width) await turn(waitMs)
    else inside += 1
    try {
      return await task()
    } finally {
      // the next in the queue gets the free place, so `inside` does not change
      const [next] = waiting
      if (next === undefined) inside -= 1
      else next()
    }
  }
}

/** Creates the semaphore of a key, `width` wide and with that queue; it is removed as soon as it is empty. */
export function semaphores(width: number, queue = Infinity): (key: string) => Semaphore {
  const open = new Map<string, { pass: Semaphore; tasks: number }>()
  return (key) => async (task, waitMs) => {
    const here = open.get(key) ?? { pass: semaphore(width, queue), tasks: 0 }
    open.set(key, here)
    here.tasks += 1
    try {
      return await here.pass(task, waitMs)
    } finally {
      here.tasks -= 1
      if (here.tasks === 0) open.delete(key)
    }
  }
}
