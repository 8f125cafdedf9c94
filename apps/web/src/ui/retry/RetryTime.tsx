import { Text } from '@fluentui/react-components'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import { useTimeLeft } from './use-time-left.ts'

/** How long it is not worth trying again (until `retryAt`, ISO 8601), second by second. */
export function RetryTime({ retryAt }: { retryAt: string }) {
  const { failure } = useTexts()
  const { duration } = useFormats()
  const left = useTimeLeft(retryAt)
  return <Text>{left > 0 ? failure.retryIn(duration(left)) : failure.retryNow}</Text>
}
