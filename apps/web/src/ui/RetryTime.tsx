import { Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useFormats } from '../i18n/formats.ts'
import { useTexts } from '../i18n/language.ts'

/** From when on it is worth trying again (ISO 8601), and the time that is left, second by second. */
export function RetryTime({ retryAt }: { retryAt: string }) {
  const { failure } = useTexts()
  const { dateTime, duration } = useFormats()
  const left = useTimeLeft(Date.parse(retryAt))
  return <Text>{left > 0 ? failure.retryAt(dateTime(retryAt), duration(left)) : failure.retryNow}</Text>
}

/** Milliseconds until `end` (since 1970), in whole seconds; 0 once it is over. */
function useTimeLeft(end: number): number {
  const [now, setNow] = useState(Date.now)
  const isOver = now >= end
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isOver])
  return isOver ? 0 : Math.ceil((end - now) / 1000) * 1000
}
