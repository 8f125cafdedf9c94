import { sameResourceId } from '@portal/portal-api'

/**
 * The run that this tab has just stated, as it was planned here: only that one goes on by itself. Whoever opens its
 * page later decides.
 */
export function runOfThisTab<T>() {
  let begun: { id: string; run: T } | undefined
  return {
    begin(id: string, run: T): void {
      begun = { id, run }
    },
    /** The run with the ID of its statement; once only. */
    take(id: string): T | undefined {
      if (begun === undefined || !sameResourceId(begun.id, id)) return undefined
      const { run } = begun
      begun = undefined
      return run
    },
  }
}
