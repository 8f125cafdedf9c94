import { Button } from '@fluentui/react-components'
import { useTexts } from '../../i18n/language.ts'
import { useTimeLeft } from './use-time-left.ts'

interface RetryButtonProps {
  /** ISO 8601; undefined: it is worth trying now */
  retryAt: string | undefined
  onRetry: (() => void) | undefined
}

/** Tries again, once it is worth it: until then the answer would be the same. */
export function RetryButton({ retryAt, onRetry }: RetryButtonProps) {
  const { failure } = useTexts()
  const isTooEarly = useTimeLeft(retryAt) > 0
  return (
    <Button disabledFocusable={isTooEarly} onClick={onRetry}>
      {failure.tryAgain}
    </Button>
  )
}
