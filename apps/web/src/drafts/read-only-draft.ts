import { createContext, use } from 'react'

/** Around a form whose draft another tab works on. */
export const ReadOnlyDraft = createContext(false)

/** Whether the draft of the form is another tab's: it is shown, and neither changed nor stored nor sent. */
export function useReadOnlyDraft(): boolean {
  return use(ReadOnlyDraft)
}
