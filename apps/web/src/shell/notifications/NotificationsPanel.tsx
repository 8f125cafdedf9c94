import { Button, makeStyles, Text, tokens, Switch, mergeClasses } from '@fluentui/react-components'
import {
  CheckmarkCircleFilled,
  DismissCircleFilled,
  InfoFilled,
  WarningFilled,
  type FluentIcon,
} from '@fluentui/react-icons'
import { useFormats } from '../../i18n/formats.ts'
import { Quiet } from '../../ui/Quiet.tsx'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { turnBrowserNotifications, useBrowserNotifications } from './browser-notifications.ts'
import { noticeTexts, type NoticeIntent } from './notice-texts.ts'
import { type Notice, noticeKey } from './notice.ts'
import { useNotificationsTexts } from './notifications-texts.ts'

interface NotificationsPanelProps {
  notices: readonly Notice[]
  onOpen: (key: string) => void
  onMarkAllRead: () => void
  onClear: () => void
}

/** The notifications of this tab, and whether the browser shows them too. */
export function NotificationsPanel({ notices, onOpen, onMarkAllRead, onClear }: NotificationsPanelProps) {
  const t = useNotificationsTexts()
  return (
    <>
      {notices.length === 0 ? (
        <Stack gap="XS">
          <Text>{t.none}</Text>
          <Quiet size={200}>{t.noneAdvice}</Quiet>
        </Stack>
      ) : (
        <>
          <Stack row="wrap" gap="S">
            <Button size="small" disabledFocusable={notices.every(({ isRead }) => isRead)} onClick={onMarkAllRead}>
              {t.markAllRead}
            </Button>
            <Button size="small" onClick={onClear}>
              {t.clear}
            </Button>
          </Stack>
          <NoticeList notices={notices} onOpen={onOpen} />
        </>
      )}
      <BrowserNotificationsSwitch />
    </>
  )
}

/** Turns the browser's own notifications on or off, and says why they can't be turned on. */
function BrowserNotificationsSwitch() {
  const { browser: t } = useNotificationsTexts()
  const state = useBrowserNotifications()
  const isPossible = state === 'on' || state === 'off'
  return (
    <Stack>
      <Switch
        label={t.label}
        checked={state === 'on'}
        disabled={!isPossible}
        onChange={(_, { checked }) => void turnBrowserNotifications(checked)}
      />
      <Quiet size={200}>{isPossible ? t.hint : t[state]}</Quiet>
    </Stack>
  )
}

const useNoticeListStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 8px',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  texts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  unread: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  dot: {
    width: '8px',
    height: '8px',
    marginTop: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  icon: { fontSize: '20px' },
  success: { color: tokens.colorStatusSuccessForeground1 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
})

const icons: Record<NoticeIntent, FluentIcon> = {
  success: CheckmarkCircleFilled,
  error: DismissCircleFilled,
  warning: WarningFilled,
  info: InfoFilled,
}

/** What finished or failed, each with a link to its page. */
function NoticeList({ notices, onOpen }: { notices: readonly Notice[]; onOpen: (key: string) => void }) {
  const styles = useNoticeListStyles()
  const t = useNotificationsTexts()
  const { dateTime, number } = useFormats()
  return (
    <Stack as="ul" aria-label={t.title}>
      {notices.map((notice) => {
        const key = noticeKey(notice)
        const { intent, title, details, href } = noticeTexts(notice, t, number)
        const Icon = icons[intent]
        return (
          <li key={key} className={styles.item}>
            <Icon className={mergeClasses(styles.icon, styles[intent])} aria-hidden />
            <div className={styles.texts}>
              {/* A click on the link comes up to here; a link itself marks nothing. */}
              <span onClickCapture={() => onOpen(key)} className={notice.isRead ? undefined : styles.unread}>
                <RouteLink href={href}>{title}</RouteLink>
              </span>
              {details.map((detail) => (
                <Text key={detail} size={200}>
                  {detail}
                </Text>
              ))}
              <Text size={200} className={styles.quiet}>
                {dateTime(notice.at)}
              </Text>
            </div>
            {!notice.isRead && (
              <span className={styles.dot}>
                <ReadOutOnly>{t.unread}</ReadOutOnly>
              </span>
            )}
          </li>
        )
      })}
    </Stack>
  )
}
