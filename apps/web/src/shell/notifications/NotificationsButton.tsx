import { CounterBadge, Divider, makeStyles, Spinner } from '@fluentui/react-components'
import { AlertRegular } from '@fluentui/react-icons'
import {
  type Configuration,
  type UnderWay,
  getOperationOutcome,
  type OperationOutcome,
  type UnderWayItem,
} from '@portal/portal-api'
import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useState, useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { underWayQuery } from '../../api/account-reads.ts'
import { call } from '../../api/portal-client.ts'
import type { QueryUser } from '../../api/read.ts'
import type { Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { itemPath } from '../../patterns/page/item-place.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { BarPanel } from '../top-bar/BarPanel.tsx'
import { useUnderWayTexts } from '../under-way/under-way-texts.ts'
import { UnderWayList } from '../under-way/UnderWayList.tsx'
import { showInBackground, useBrowserNotifications } from './browser-notifications.ts'
import { endedItems } from './ended-items.ts'
import { noticeTexts } from './notice-texts.ts'
import { noticeKey, type Notice, keptNotices, withNotice } from './notice.ts'
import { useNotificationsTexts } from './notifications-texts.ts'
import { NotificationsPanel } from './NotificationsPanel.tsx'

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

/**
 * The operations in progress, which the button refreshes while the tab is seen. In the background they are
 * refreshed only where the user wants the browser's notifications, and while there are any.
 */
function useWatchedOperations(user: QueryUser): UnderWay | undefined {
  const isWanted = useBrowserNotifications() === 'on'
  const { data } = useQuery({
    ...underWayQuery(user),
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => {
      const isInProgress = state.data !== undefined && state.data.items.length > 0
      return isWanted && isInProgress ? user.configuration.replicationPollMs : false
    },
  })
  return data
}

const mostNotices = 50

interface Notices {
  notices: Notice[]
  add: (notice: Notice) => void
  markRead: (key: string) => void
  markAllRead: () => void
  clear: () => void
}

/** What was shown to an account in this tab. */
function useNotices(accountKey: string): Notices {
  const [notices, setNotices] = useState(() => keptNotices(accountKey, '').load() ?? [])
  const change = useCallback(
    (changed: (before: Notice[]) => Notice[]) => {
      // From storage, not from the state: two can end at once.
      const after = changed(keptNotices(accountKey, '').load() ?? []).slice(0, mostNotices)
      keptNotices(accountKey, '').save(after)
      setNotices(after)
    },
    [accountKey],
  )
  const add = useCallback((notice: Notice) => change((before) => withNotice(before, notice)), [change])
  const read = (isIt: (notice: Notice) => boolean) =>
    change((before) => before.map((notice) => (isIt(notice) ? { ...notice, isRead: true } : notice)))
  return {
    notices,
    add,
    markRead: (key) => read((notice) => noticeKey(notice) === key),
    markAllRead: () => read(() => true),
    clear: () => change(() => []),
  }
}

/** After so many looks without an answer, an operation counts as ended in a way that Azure does not show. */
const mostLooks = 5

/**
 * Calls `onEnded` once for each operation that was in progress in this tab and no longer is, with what has become of
 * it. Azure is asked about each by one request; again with the next list of operations, if it was still in progress
 * after all or did not answer.
 */
function useEndedOperations(underWay: UnderWay | undefined, onEnded: (notice: Notice) => void): void {
  const before = useRef<UnderWayItem[]>([])
  const looks = useRef(new Map<string, number>())
  const tell = useEffectEvent(onEnded)

  useEffect(() => {
    if (underWay === undefined) return
    const { items, now } = underWay
    const ended = endedItems(before.current, items)
    before.current = [...items]
    for (const item of ended) void look(item)

    async function look(item: UnderWayItem) {
      const count = (looks.current.get(item.id) ?? 0) + 1
      looks.current.set(item.id, count)
      const outcome = await outcomeOf(item)
      if (outcome.state === 'inProgress' && count < mostLooks) {
        before.current.push(item)
        return
      }
      looks.current.delete(item.id)
      tell({ item, outcome, at: now, isRead: false })
    }
  }, [underWay])
}

async function outcomeOf({ id, kind }: UnderWayItem): Promise<OperationOutcome> {
  try {
    return await call(getOperationOutcome, { id, kind })
  } catch {
    // It is asked about again.
    return { state: 'inProgress', failures: [] }
  }
}
