import type { ReactNode } from 'react'
import { Stack } from '../../../../ui/Stack.tsx'

/** A tab below what is proposed for it. */
export function BelowProposals({ proposals, children }: { proposals: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="L">
      {proposals}
      <div>{children}</div>
    </Stack>
  )
}
