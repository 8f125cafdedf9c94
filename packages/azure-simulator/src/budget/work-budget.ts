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

// A request is handled without awaiting anything, so the running one is the last that was opened.
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

/** The total ever spent: the cost of a piece of work is the difference. */
export function spentInAll(): number {
  return total
}
