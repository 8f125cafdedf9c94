import { useEffect, useState } from 'react'
import { accountDrafts, type AccountDraft } from '../../../drafts/account-drafts.ts'
import { browserStorage } from '../../../drafts/draft-storage.ts'

/** The drafts of an account in this browser, read again whenever this tab or another one changes any. */
export function useAccountDrafts(accountKey: string): AccountDraft[] {
  const [drafts, setDrafts] = useState(() => accountDrafts(accountKey))
  useEffect(() => {
    const read = () => setDrafts(accountDrafts(accountKey))
    // A form that was just left stores its draft while Home is shown.
    read()
    window.addEventListener('storage', read)
    const stop = browserStorage.subscribe(read)
    return () => {
      window.removeEventListener('storage', read)
      stop()
    }
  }, [accountKey])
  return drafts
}
