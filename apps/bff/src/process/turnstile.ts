import { Refusal, type Answer, type RefusalEvent } from '../refusals/refusal.ts'

const busyForMs = 1_000

export type Turnstile = <T>(task: () => Promise<T>) => Promise<T>

/** The queue of a turnstile is full. The task has not started. */
export class TurnstileFull extends Refusal {
  constructor() {
    super('Too many wait already')
    this.name = 'TurnstileFull'
  }

  answer(): Answer {
    return { status: 503, code: 'PortalBusy', retryAt: Date.now() + busyForMs }
  }

  override logEvent(): RefusalEvent {
    return { level: 'warn', event: 'overloaded' }
  }
}

/**
 * Lets at most `width` tasks run at once; others wait in the order they came, and beyond `queue` they throw
 * `TurnstileFull`.
 */
export function turnstile(width: number, queue = Infinity): Turnstile {
  const waiting: (() => void)[] = []
  let inside = 0
  return async (task) => {
    if (inside >= width && waiting.length >= queue) throw new TurnstileFull()
    if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else inside += 1
    try {
      return await task()
    } finally {
      // the next in the queue gets the free place, so `inside` does not change
      const next = waiting.shift()
      if (next === undefined) inside -= 1
      else next()
    }
  }
}

/** Creates the turnstile of a key, `width` wide; it is removed as soon as it is empty. */
export function turnstiles(width: number): (key: string) => Turnstile {
  const open = new Map<string, { pass: Turnstile; tasks: number }>()
  return (key) => async (task) => {
    const here = open.get(key) ?? { pass: turnstile(width), tasks: 0 }
    open.set(key, here)
    here.tasks += 1
    try {
      return await here.pass(task)
    } finally {
      here.tasks -= 1
      if (here.tasks === 0) open.delete(key)
    }
  }
}
