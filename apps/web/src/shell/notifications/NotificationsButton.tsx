import { Button, CounterBadge, makeStyles, mergeClasses, Popover, PopoverSurface } from '@fluentui/react-components'
import { AlertRegular } from '@fluentui/react-icons'
import type { Configuration } from '@portal/portal-api'
import { lazy, Suspense, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { itemPath } from '../../patterns/page/item-place.ts'
import { useOnBrandButton } from '../on-brand-button.ts'
import { showInBackground } from './browser-notifications.ts'
import { noticeTexts } from './notice-texts.ts'
import { noticeKey, type Notice } from './notice.ts'
import { NotificationsPanel } from './NotificationsPanel.tsx'
import { useNotificationsTexts } from './texts/use-notifications-texts.ts'
import { useEndedOperations } from './use-ended-operations.ts'
import { useNotices } from './use-notices.ts'
import { useWatchedOperations } from './use-watched-operations.ts'

// Few operations end elsewhere.
const NoticeToaster = lazy(() => import('./NoticeToaster.tsx').then((part) => ({ default: part.NoticeToaster })))

const useStyles = makeStyles({
  button: { position: 'relative', width: '32px', paddingInline: 0 },
  // Over the icon, so that the button has one width.
  count: { position: 'absolute', top: 0, right: 0, pointerEvents: 'none' },
  surface: {
    width: '440px',
    maxWidth: 'calc(100vw - 16px)',
    maxHeight: '80vh',
    overflowY: 'auto',
    boxSizing: 'border-box',
  },
})

interface NotificationsButtonProps {
  account: Account
  configuration: Configuration
}

/**
 * What finished or failed in Azure while the user was on another page of the portal: for a moment on any page, then in
 * a list until the tab is closed. The page of a resource shows its own end itself.
 */
export function NotificationsButton({ account, configuration }: NotificationsButtonProps) {
  const styles = useStyles()
  const t = useNotificationsTexts()
  const { number } = useFormats()
  const { button } = useOnBrandButton()
  const [path, navigate] = useLocation()
  const here = `${path}?${useSearch()}`
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === here
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null)
  const { notices, add, markRead, markAllRead, clear } = useNotices(account.key)
  const [fresh, setFresh] = useState<Notice[]>([])
  const [hasToaster, setHasToaster] = useState(false)

  useEndedOperations(useWatchedOperations({ account, configuration }), (notice) => {
    if (document.visibilityState === 'visible' && itemPath(notice.item) === here) return
    const { title, details, href } = noticeTexts(notice, t, number)
    add(notice)
    setHasToaster(true)
    setFresh((others) => [notice, ...others])
    const onOpen = () => {
      markRead(noticeKey(notice))
      navigate(href)
    }
    showInBackground({ title, body: details.join('\n'), tag: notice.item.id, onOpen })
  })

  const toggle = () => {
    // The list says the same as what is shown for a moment beside it.
    setHasToaster(false)
    setFresh([])
    setOpenAt(open ? undefined : here)
  }
  const close = () => {
    setOpenAt(undefined)
    trigger?.focus()
  }
  const unread = notices.filter(({ isRead }) => !isRead).length
  return (
    <>
      <Button
        ref={setTrigger}
        className={mergeClasses(button, styles.button)}
        appearance="transparent"
        icon={<AlertRegular />}
        aria-label={t.button(unread, number(unread))}
        title={t.title}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={toggle}
      >
        {unread > 0 && (
          <CounterBadge className={styles.count} size="small" color="danger" count={unread} overflowCount={9} />
        )}
      </Button>
      {open && (
        <Popover open trapFocus positioning={{ target: trigger, position: 'below', align: 'end' }} onOpenChange={close}>
          <PopoverSurface className={styles.surface} aria-label={t.title}>
            <NotificationsPanel
              notices={notices}
              onOpen={(key) => {
                markRead(key)
                setOpenAt(undefined)
              }}
              onMarkAllRead={markAllRead}
              onClear={clear}
              onClose={close}
            />
          </PopoverSurface>
        </Popover>
      )}
      {hasToaster && (
        <Suspense fallback={null}>
          <NoticeToaster notices={fresh} onOpen={markRead} onShown={() => setFresh([])} />
        </Suspense>
      )}
    </>
  )
}
