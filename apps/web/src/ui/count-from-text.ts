/**
 * A typed replica count: the number, or null for an empty field. A fraction is kept, so that the rule can report it.
 */
export function countFromText(text: string): number | null {
  const count = Number(text)
  return text.trim() === '' || Number.isNaN(count) ? null : count
}
