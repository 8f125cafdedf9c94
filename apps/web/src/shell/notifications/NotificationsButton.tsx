import { CounterBadge, Divider, makeStyles, Spinner } from '@fluentui/react-components'
import { AlertRegular } from '@fluentui/react-icons'
import type { Configuration } from '@portal/portal-api'
import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { underWayQuery } from '../../api/account-reads.ts'
import type { Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { itemPath } from '../../patterns/page/item-place.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { BarPanel } from '../top-bar/BarPanel.tsx'
import { useUnderWayTexts } from '../under-way/under-way-texts.ts'
import { UnderWayList } from '../under-way/UnderWayList.tsx'
import { showInBackground } from './browser-notifications.ts'
import { noticeTexts } from './notice-texts.ts'
import { type Notice, noticeKey } from './notice.ts'
import { useNotificationsTexts } from './notifications-texts.ts'
import { NotificationsPanel } from './NotificationsPanel.tsx'
import { useEndedOperations, useWatchedOperations } from './use-ended-operations.ts'
import { useNotices } from './use-notices.ts'

// Few operations end elsewhere.
const NoticeToaster = lazyPart(() => import('./NoticeToaster.tsx').then((part) => part.NoticeToaster))

const useStyles = makeStyles({
  // As wide with a number as without, and the icon stays where it is when one comes.
  button: {
    position: 'relative',
    width: '52px',
    maxWidth: '52px',
    justifyContent: 'flex-start',
    paddingLeft: '8px',
    paddingRight: '4px',
    '@media (max-width: 639px)': { width: '44px' },
  },
  unread: { position: 'absolute', top: 0, left: '20px', pointerEvents: 'none' },
})

/**
 * The user's operations in progress, their number and a list of them, and what finished or failed in Azure while the
 * user was on another page of the portal: for a moment on any page, then in a list until the tab is closed. The page of
 * a resource shows its own end itself.
 */
export function NotificationsButton({ account, configuration }: { account: Account; configuration: Configuration }) {
  const styles = useStyles()
  const t = useNotificationsTexts()
  const inProgress = useUnderWayTexts()
  const { number } = useFormats()
  const [path, navigate] = useLocation()
  const here = `${path}?${useSearch()}`
  const { notices, add, markRead, markAllRead, clear } = useNotices(account.key)
  const [fresh, setFresh] = useState<Notice[]>([])
  const [hasToaster, setHasToaster] = useState(false)
  const isWriting = useIsMutating() > 0
  const { data, error, refetch } = useQuery(underWayQuery({ account, configuration }))
  // A sent request is shown at once. A change of page requests nothing: the page's own calls would have to wait.
  useEffect(() => {
    if (!isWriting) void refetch({ cancelRefetch: false })
  }, [isWriting, refetch])

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

  const count = data?.items.length ?? 0
  // When an operation ends, hours later, the server can have another build, without this one's code.
  const hasOperations = count > 0
  useEffect(() => {
    if (hasOperations) NoticeToaster.preload()
  }, [hasOperations])
  const unread = notices.filter(({ isRead }) => !isRead).length
  const parts = [
    ...(count > 0 ? [inProgress.count(number(count))] : data === undefined && error ? [inProgress.unknown] : []),
    ...(unread > 0 ? [t.count(number(unread))] : []),
  ]
  return (
    <>
      <BarPanel
        heading={t.title}
        className={styles.button}
        icon={count > 0 ? <Spinner size="extra-tiny" appearance="inverted" aria-hidden /> : <AlertRegular />}
        aria-label={[t.title, ...parts].join(', ')}
        title={[t.title, ...parts].join(', ')}
        count={
          <>
            {count > 0 && number(count)}
            {unread > 0 && (
              <CounterBadge className={styles.unread} size="small" color="danger" count={unread} overflowCount={9} />
            )}
          </>
        }
        onToggle={() => {
          // The list says the same as what is shown for a moment beside it.
          setHasToaster(false)
          setFresh([])
        }}
      >
        {({ close, hold }) => (
          <>
            <UnderWayList underWay={data} error={error} onRetry={() => void refetch()} />
            <Divider />
            <NotificationsPanel
              notices={notices}
              onOpen={(key) => {
                markRead(key)
                close()
              }}
              onMarkAllRead={markAllRead}
              onClear={() => {
                hold()
                clear()
              }}
            />
          </>
        )}
      </BarPanel>
      {hasToaster && <NoticeToaster notices={fresh} onOpen={markRead} onShown={() => setFresh([])} />}
    </>
  )
}
