import { withRegionNames } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { failureOf } from './failure.ts'
import { ProblemMessage } from './ProblemMessage.tsx'

interface DecodedProblemProps {
  error: unknown
  onRetry?: () => void
  /** the display names of the error's regions; without it, short names are shown */
  inventory?: Pick<Inventory, 'regions'>
}

/** A failed write: the meaning of Azure's error if it is known, otherwise the general advice. */
export function DecodedProblem({ error, onRetry, inventory = { regions: [] } }: DecodedProblemProps) {
  const codeText = useCodeText()
  const known = failureOf(error).problem?.decoded?.filter(({ code }) => code !== 'Unknown') ?? []
  const texts = known.map(({ code, params }) => codeText({ code, params: withRegionNames(params, inventory) }))
  return <ProblemMessage error={error} onRetry={onRetry} meaning={texts.length > 0 ? texts.join(' ') : undefined} />
}
