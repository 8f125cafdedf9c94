/** Chance that is the same for the same seed. */
export interface Random {
  /** a whole number from 0 up to, and without, `end` */
  below(end: number): number
  one<T>(items: readonly [T, ...T[]]): T
  /** true once in `times` */
  rarely(times: number): boolean
  list<T>(most: number, one: (index: number) => T): T[]
}

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, mixed: good enough to choose by. */
export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const below = (end: number) => next() % end
  return {
    below,
    one: (items) => items[below(items.length)] ?? items[0],
    rarely: (times) => below(times) === 0,
    list: (most, one) => Array.from({ length: below(most + 1) }, (_, index) => one(index)),
  }
}
