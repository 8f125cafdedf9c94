import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useFormats } from '../../i18n/formats.ts'
import { forgetReset, wasReset } from '../start-anew.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'

// Not over the main action of the page, which is at its right.
const useStyles = makeStyles({ message: { alignSelf: 'center' } })

/** Says on Home that the demo was reset, and to which time of Azure, ISO 8601. */
export function ResetDone({ now }: { now: string }) {
  const styles = useStyles()
  const { reset: t } = useDemoTexts()
  const { dayAndTime } = useFormats()
  const [path] = useLocation()
  const [shownAt, setShownAt] = useState(() => (wasReset() ? path : undefined))
  const [time] = useState(now)
  useEffect(() => forgetReset(), [])
  if (shownAt !== path) return null
  return (
    <MessageBar intent="success" className={styles.message}>
      <MessageBarBody>{t.done(dayAndTime(time))}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t.dismiss}
            onClick={() => setShownAt(undefined)}
          />
        }
      />
    </MessageBar>
  )
}
