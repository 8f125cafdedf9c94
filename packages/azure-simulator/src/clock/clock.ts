/** Azure's time. Nothing in the simulator ticks or sleeps: a state follows from its start and this clock. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number
  /** moves on by `milliseconds` at once; throws a RangeError if that would go back */
  advance(milliseconds: number): void
  /** goes to a time, an earlier one too: that of a saved world */
  moveTo(milliseconds: number): void
  /** goes to a time, at the pace of its beginning */
  restart(milliseconds: number): void
}

/** Runs `rate` times as fast as the machine's. Changing the rate keeps the time reached so far. */
export interface SystemClock extends Clock {
  readonly rate: number
  setRate(rate: number): void
}

/** Whether visitors can choose that pace: slower, Azure's windows would never end; faster, its dates would. */
export function isUsualRate(rate: number): boolean {
  return rate >= 1 && rate <= 1000
}

/** Does not move until it is moved. */
export type ManualClock = Clock

/** Whether the clock runs automatically. */
export function isSystemClock(clock: Clock): clock is SystemClock {
  return 'setRate' in clock
}

/**
 * `rate` 1 is real time; 10 makes a replication of seven minutes last 42 seconds. `startAt`, in milliseconds since
 * 1970, is by default the machine's time. Throws a RangeError unless the rate is positive.
 */
export function systemClock({ rate = 1, startAt = Date.now() }: { rate?: number; startAt?: number } = {}): SystemClock {
  // The monotonic clock, so that a correction of the machine's time does not move Azure's time back.
  let origin = { azure: startAt, monotonic: performance.now() }
  let current = positive(rate)
  const moveTo = (milliseconds: number) => {
    origin = { azure: milliseconds, monotonic: performance.now() }
  }
  const now = () => Math.floor(origin.azure + (performance.now() - origin.monotonic) * current)
  return {
    now,
    advance(milliseconds) {
      origin = { ...origin, azure: origin.azure + forward(milliseconds) }
    },
    moveTo,
    restart(milliseconds) {
      current = positive(rate)
      moveTo(milliseconds)
    },
    get rate() {
      return current
    },
    setRate(next) {
      const reached = { azure: now(), monotonic: performance.now() }
      current = positive(next)
      origin = reached
    },
  }
}

/** `startIso` is an ISO 8601 date; throws a RangeError if it is invalid. */
export function manualClock(startIso: string): ManualClock {
  let time = Date.parse(startIso)
  if (Number.isNaN(time)) throw new RangeError(`Not an ISO 8601 date: ${startIso}`)
  const moveTo = (milliseconds: number) => {
    time = milliseconds
  }
  return {
    now: () => time,
    advance(milliseconds) {
      time += forward(milliseconds)
    },
    moveTo,
    restart: moveTo,
  }
}

function forward(milliseconds: number): number {
  if (!(milliseconds >= 0)) throw new RangeError(`Time does not go back: ${milliseconds} ms`)
  return milliseconds
}

function positive(rate: number): number {
  if (!(rate > 0 && Number.isFinite(rate)))
    throw new RangeError(`The rate of a clock is a positive number, not ${rate}`)
  return rate
}
