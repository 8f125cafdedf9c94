import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'

/** Clears the wizard, after asking once. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => void }) {
  const { discardDraft } = useWizardTexts().wizard
  const isReadOnly = useReadOnlyDraft()
  const [asking, setAsking] = useState(false)
  // A draft of another tab is discarded there.
  if (isReadOnly) return null
  return (
    <>
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {discardDraft}
      </Button>
      {asking && <DiscardDialog onDiscard={onDiscard} onKeep={() => setAsking(false)} />}
    </>
  )
}

/** Asks before a draft is dropped. */
export function DiscardDialog({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  const { discardConfirm: t } = useWizardTexts().wizard
  return (
    <ConfirmDialog
      title={t.title}
      actions={[
        { label: t.keep, onClick: onKeep },
        { label: t.discard, onClick: onDiscard },
      ]}
      onDismiss={onKeep}
    >
      {t.body}
    </ConfirmDialog>
  )
}
