export type Turnstile = <T>(task: () => Promise<T>) => Promise<T>

/** Lets at most `width` tasks run at once; the others wait in the order they came. */
export function turnstile(width: number): Turnstile {
  const waiting: (() => void)[] = []
  let inside = 0
  return async (task) => {
    if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else inside += 1
    try {
      return await task()
    } finally {
      // whoever waits takes the place that is left, so `inside` stays as it is
      const next = waiting.shift()
      if (next === undefined) inside -= 1
      else next()
    }
  }
}
