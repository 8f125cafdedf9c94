import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { browserStorage } from '../../drafts/browser-storage.ts'
import { type DraftLock, type DraftOwner, draftLock } from '../../drafts/draft-lock.ts'
import { useDraftsTexts } from '../../drafts/drafts-texts.ts'
import { ReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { Message } from '../../ui/Message.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { WizardSkeleton } from '../wizard/WizardSkeleton.tsx'

const useStyles = makeStyles({ message: { flexShrink: 0, marginBottom: tokens.spacingVerticalL } })

interface DraftOfOneTabProps {
  /** where the draft is stored; another draft needs another key */
  name: string
  /** of the page */
  title: string
  /** the form, which loads the draft when it is shown and stores it until it is removed */
  children: ReactNode
}

/**
 * Shows a form to the one tab that owns its draft; to the others, its current content and how to take it over. Warns
 * about a draft that will not last.
 */
export function DraftOfOneTab({ name, title, children }: DraftOfOneTabProps) {
  const { owner, takeOver } = useDraftOwner(name)
  const seen = useSeenDraft(name, owner)
  if (owner === 'unknown')
    return (
      <>
        <PageHeader title={title} />
        <Panel>
          <WizardSkeleton />
        </Panel>
      </>
    )
  const isOurs = owner === 'thisTab'
  return (
    <>
      {isOurs ? <NotStoredMessage /> : <ElsewhereMessage onTakeOver={takeOver} />}
      {/* A form loads its draft once, so each state of another tab's draft gets a new form. */}
      <ReadOnlyDraft key={isOurs ? 'ours' : `theirs ${seen}`} value={!isOurs}>
        {children}
      </ReadOnlyDraft>
    </>
  )
}

function ElsewhereMessage({ onTakeOver }: { onTakeOver: () => void }) {
  const styles = useStyles()
  const t = useDraftsTexts().elsewhere
  return (
    <Message
      intent="info"
      className={styles.message}
      title={t.title}
      actions={
        <Button appearance="primary" onClick={onTakeOver}>
          {t.takeOver}
        </Button>
      }
    >
      {t.text}
    </Message>
  )
}

function NotStoredMessage() {
  const styles = useStyles()
  const t = useDraftsTexts().notStored
  const isLasting = useSyncExternalStore(browserStorage.subscribe, browserStorage.isLasting)
  const [isRead, setRead] = useState(false)
  if (isLasting || isRead) return null
  return (
    <Message
      intent="warning"
      politeness="assertive"
      className={styles.message}
      title={t.title}
      actions={<Button onClick={() => setRead(true)}>{t.dismiss}</Button>}
    >
      {t.text}
    </Message>
  )
}

/** The owner of the draft `name`, which does not change, and a function to take it over from another tab. */
function useDraftOwner(name: string): { owner: DraftOwner; takeOver: () => void } {
  const [owner, setOwner] = useState<DraftOwner>('unknown')
  const lock = useRef<DraftLock>(undefined)
  useEffect(() => {
    const own = draftLock(name, setOwner)
    lock.current = own
    return () => own.end()
  }, [name])
  // By now the form is removed from the page, and its last state is stored.
  useEffect(() => {
    if (owner === 'anotherTab') lock.current?.give()
  }, [owner])
  return { owner, takeOver: () => lock.current?.takeOver() }
}

/** A number for each state of another tab's draft that this tab has seen; `storageKey`: where it is stored. */
function useSeenDraft(storageKey: string, owner: DraftOwner): number {
  const [seen, see] = useState(0)
  useEffect(() => {
    if (owner !== 'anotherTab') return
    const next = () => see((before) => before + 1)
    const onStored = ({ key }: StorageEvent) => key === storageKey && next()
    // What this tab itself stored when it released the draft is sent to the other tabs only.
    next()
    window.addEventListener('storage', onStored)
    return () => window.removeEventListener('storage', onStored)
  }, [storageKey, owner])
  return seen
}
