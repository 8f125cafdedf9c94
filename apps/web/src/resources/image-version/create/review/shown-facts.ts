/** A setting as it is shown: its label and its value. */
export type Fact = [label: string, value: string]

/**
 * The settings of a plan that the review shows first: those that differ from the `defaults`, and the `always` shown.
 * `derived` ones follow from others, so they come only with all.
 */
export function shownFacts(
  facts: readonly Fact[],
  defaults: readonly Fact[],
  of: { always: readonly string[]; derived: readonly string[] },
): Fact[] {
  const untouched = new Map(defaults)
  return facts.filter(
    ([label, value]) => of.always.includes(label) || (!of.derived.includes(label) && untouched.get(label) !== value),
  )
}
