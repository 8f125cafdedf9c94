/** The text for what is not chosen yet, for example <version>: Azure allows neither < nor > in a name or an ID. */
export const placeholderPattern = /<[A-Za-z][A-Za-z0-9 ]*>/

/** Whether a text contains something to be filled in. */
export function hasPlaceholder(text: string): boolean {
  return placeholderPattern.test(text)
}
