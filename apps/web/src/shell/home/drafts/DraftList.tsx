import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import type { AccountDraft } from '../../../drafts/account-drafts.ts'
import { TileFrame } from '../../../ui/TileFrame.tsx'
import { useHomeTexts } from '../texts/use-home-texts.ts'
import { TileRows } from '../tiles/TileRow.tsx'
import { DraftRow } from './DraftRow.tsx'
import { useAccountDrafts } from './use-account-drafts.ts'

const DiscardQuestion = lazy(() => import('./DiscardQuestion.tsx').then((part) => ({ default: part.DiscardQuestion })))

const useStyles = makeStyles({
  drafts: { marginBottom: tokens.spacingVerticalL },
})

/** The drafts to go on with; nothing if there is none. They are in this browser, so they are there at once. */
export function DraftList() {
  const styles = useStyles()
  const { drafts: t } = useHomeTexts()
  const { account } = useSignedIn()
  const drafts = useAccountDrafts(account.key)
  const [openedAt] = useState(Date.now)
  const [discarded, setDiscarded] = useState<AccountDraft>()
  return (
    <>
      {drafts.length > 0 && (
        <div className={styles.drafts}>
          <TileFrame title={t.title}>
            <TileRows label={t.title}>
              {drafts.map((draft) => (
                <DraftRow key={draft.key} draft={draft} now={openedAt} onDiscard={() => setDiscarded(draft)} />
              ))}
            </TileRows>
          </TileFrame>
        </div>
      )}
      {discarded !== undefined && (
        <Suspense fallback={null}>
          <DiscardQuestion draft={discarded} onClose={() => setDiscarded(undefined)} />
        </Suspense>
      )}
    </>
  )
}
