import { useCallback, useState } from 'react'
import { storedNotices, type Notice, noticeKey, withNotice } from './notice.ts'

const mostNotices = 50

interface Notices {
  notices: Notice[]
  add: (notice: Notice) => void
  markRead: (key: string) => void
  markAllRead: () => void
  clear: () => void
}

/** What was shown to an account in this tab. */
export function useNotices(accountKey: string): Notices {
  const [notices, setNotices] = useState(() => storedNotices(accountKey, '').load() ?? [])
  const change = useCallback(
    (changed: (before: Notice[]) => Notice[]) => {
      // From storage, not from the state: two can end at once.
      const after = changed(storedNotices(accountKey, '').load() ?? []).slice(0, mostNotices)
      storedNotices(accountKey, '').save(after)
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
