/** The maximum amount of work, and the error for exceeding it. */
export interface WorkBudget {
  /** about a tenth of a microsecond each: a node of an expression, 16 created characters, an item of a list */
  steps: number
  exceeded(): Error
}

interface Open {
  left: number
  exceeded(): Error
}

// A request is handled without waiting for anything, so what runs now is what was opened last.
let open: Open | undefined
let total = 0

/**
 * The result of `run`. It throws `exceeded()` once more steps are spent in it than the budget has. Budgets can be
 * nested.
 */
export function withinBudget<T>({ steps, exceeded }: WorkBudget, run: () => T): T {
  const outer = open
  const own = { left: steps, exceeded }
  open = own
  try {
    return run()
  } finally {
    open = outer
    if (outer) outer.left -= steps - own.left
  }
}

/** Counts work that is done, or is about to be; throws the open budget's error once it is used up. */
export function spend(steps: number): void {
  total += steps
  if (open === undefined) return
  open.left -= steps
  if (open.left < 0) throw open.exceeded()
}

/** All that was ever spent: what a piece of work took is the difference. */
export function spentInAll(): number {
  return total
}
