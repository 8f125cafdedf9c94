import type { IdentityAsked } from './identity-asked.ts'

// What the frame and the cache of answers (TanStack Query) say to each other. The cache is loaded with the first part
// that asks for something, not with the first page: until then there is nothing to forget, and nobody to ask.
let forget = () => {}
let onIdentityAsked: (asked: IdentityAsked) => void = () => {}

/** Forgets all that this tab has read. */
export function forgetAnswers(): void {
  forget()
}

/** Says what `forgetAnswers` does. Called once, by the cache. */
export function forgetAnswersBy(clear: () => void): void {
  forget = clear
}

/** Calls `listener` whenever a query or a write waits for the user's identity; it takes the place of the one before. */
export function listenToIdentityAsked(listener: (asked: IdentityAsked) => void): void {
  onIdentityAsked = listener
}

/** Tells the frame that a query or a write waits for the user's identity. */
export function askForIdentity(asked: IdentityAsked): void {
  onIdentityAsked(asked)
}
