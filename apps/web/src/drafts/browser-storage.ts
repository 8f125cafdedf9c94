import { keptStorage } from './kept-storage.ts'

/** What every tab of this browser finds, until it is removed: drafts, which hold names and ids, no token or key. */
export const browserStorage = keptStorage(() => window.localStorage)
