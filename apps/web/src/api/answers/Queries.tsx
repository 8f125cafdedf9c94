import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createQueryClient } from './query-client.ts'
import { askForIdentity, forgetAnswersBy } from './query-signals.ts'

/** What this tab has read. */
export const answers = createQueryClient(askForIdentity)
forgetAnswersBy(() => answers.clear())

/** Gives what is below it this tab's cache of answers: the same one, wherever it is. */
export function Queries({ children }: { children?: ReactNode }) {
  return <QueryClientProvider client={answers}>{children}</QueryClientProvider>
}
