import { Button, makeStyles, Text, tokens, Switch } from '@fluentui/react-components'
import { turnBrowserNotifications, useBrowserNotifications } from './browser-notifications.ts'
import type { Notice } from './notice.ts'
import { NoticeList } from './NoticeList.tsx'
import { useNotificationsTexts } from './notifications-texts.ts'

const useStyles = makeStyles({
  none: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface NotificationsPanelProps {
  notices: readonly Notice[]
  onOpen: (key: string) => void
  onMarkAllRead: () => void
  onClear: () => void
}

/** The notifications of this tab, and whether the browser shows them too. */
export function NotificationsPanel({ notices, onOpen, onMarkAllRead, onClear }: NotificationsPanelProps) {
  const styles = useStyles()
  const t = useNotificationsTexts()
  return (
    <>
      {notices.length === 0 ? (
        <div className={styles.none}>
          <Text>{t.none}</Text>
          <Text size={200} className={styles.quiet}>
            {t.noneAdvice}
          </Text>
        </div>
      ) : (
        <>
          <div className={styles.actions}>
            <Button size="small" disabledFocusable={notices.every(({ isRead }) => isRead)} onClick={onMarkAllRead}>
              {t.markAllRead}
            </Button>
            <Button size="small" onClick={onClear}>
              {t.clear}
            </Button>
          </div>
          <NoticeList notices={notices} onOpen={onOpen} />
        </>
      )}
      <BrowserNotificationsSwitch />
    </>
  )
}

const useBrowserNotificationsSwitchStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground3 },
})

/** Turns the browser's own notifications on or off, and says why they can't be turned on. */
function BrowserNotificationsSwitch() {
  const styles = useBrowserNotificationsSwitchStyles()
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
