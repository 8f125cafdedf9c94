import { keptStorage } from './kept-storage.ts'

/** What belongs to one tab: it survives a reload and a trip to the sign-in page, and ends with the tab. */
export const tabStorage = keptStorage(() => window.sessionStorage)
