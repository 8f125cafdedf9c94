import type { IdentityChallenge } from './identity-challenge.ts'

// What the frame and the cache of answers (TanStack Query) say to each other. The cache is loaded with the first part
// that asks for something, not with the first page: until then there is nothing to forget, and nobody to ask.
let forget = () => {}
let onIdentityChallenge: (asked: IdentityChallenge) => void = () => {}

/** Forgets all that this tab has read. */
export function forgetAnswers(): void {
  forget()
}

/** Says what `forgetAnswers` does. Called once, by the cache. */
export function forgetAnswersBy(clear: () => void): void {
  forget = clear
}

/** Calls `listener` whenever a query or a write waits for the user's identity; it takes the place of the one before. */
export function listenToIdentityChallenges(listener: (asked: IdentityChallenge) => void): void {
  onIdentityChallenge = listener
}

/** Tells the frame that a query or a write waits for the user's identity. */
export function askForIdentity(asked: IdentityChallenge): void {
  onIdentityChallenge(asked)
}
