import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components'
import { turnBrowserNotifications, useBrowserNotifications } from './browser-notifications.ts'
import { useNotificationsTexts } from './texts/use-notifications-texts.ts'

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground3 },
})

/** Turns the browser's own notifications on or off, and says why they can't be turned on. */
export function BrowserNotificationsSwitch() {
  const styles = useStyles()
  const { browser: t } = useNotificationsTexts()
  const state = useBrowserNotifications()
  const isPossible = state === 'on' || state === 'off'
  return (
    <div className={styles.field}>
      <Switch
        label={t.label}
        checked={state === 'on'}
        disabled={!isPossible}
        onChange={(_, { checked }) => void turnBrowserNotifications(checked)}
      />
      <Text size={200} className={styles.hint}>
        {isPossible ? t.hint : t[state]}
      </Text>
    </div>
  )
}
