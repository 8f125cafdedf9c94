import { makeStyles, tokens, Button } from '@fluentui/react-components'
import { DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState, useEffect } from 'react'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { type AccountDraft, accountDrafts } from '../../../drafts/account-drafts.ts'
import { browserStorage } from '../../../drafts/browser-storage.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { TileFrame } from '../../../ui/TileFrame.tsx'
import { useHomeTexts } from '../home-texts.ts'
import { TileRows, TileRow } from '../tiles/TileRow.tsx'
import { draftName, draftPath } from './draft-place.ts'

const DiscardQuestion = lazyPart(() => import('./DiscardQuestion.tsx').then((part) => part.DiscardQuestion))

const useStyles = makeStyles({ drafts: { marginBottom: tokens.spacingVerticalL } })

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
      {discarded !== undefined && <DiscardQuestion draft={discarded} onClose={() => setDiscarded(undefined)} />}
    </>
  )
}

/** The drafts of an account in this browser, read again whenever this tab or another one changes any. */
function useAccountDrafts(accountKey: string): AccountDraft[] {
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

const useDraftRowStyles = makeStyles({ icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 } })

interface DraftRowProps {
  draft: AccountDraft
  /** in ms, by the browser's clock */
  now: number
  onDiscard: () => void
}

/** A draft: what it is, since when, and how to go on with it. */
function DraftRow({ draft, now, onDiscard }: DraftRowProps) {
  const styles = useDraftRowStyles()
  const { drafts: t } = useHomeTexts()
  const { ago } = useFormats()
  const name = draftName(draft) || t.unnamed
  return (
    <TileRow
      icon={<EditRegular className={styles.icon} aria-hidden />}
      href={draftPath(draft)}
      name={name}
      detail={`${t.kinds[draft.kind]} · ${t.changed(ago(now - Date.parse(draft.changedAt)))}`}
      end={
        <Stack as="span" row gap="XS">
          <RouteButton href={draftPath(draft)} aria-label={t.continueNamed(name)}>
            {t.continue}
          </RouteButton>
          <Button appearance="subtle" icon={<DeleteRegular />} aria-label={t.discardNamed(name)} onClick={onDiscard} />
        </Stack>
      }
    />
  )
}
