import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'

/** Clears the wizard, after asking once. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => void }) {
  const { discardDraft, discardConfirm: t } = useWizardTexts().wizard
  const isReadOnly = useReadOnlyDraft()
  const [asking, setAsking] = useState(false)
  // A draft of another tab is discarded there.
  if (isReadOnly) return null
  const keep = () => setAsking(false)
  return (
    <>
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {discardDraft}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t.title}
          actions={[
            { label: t.keep, onClick: keep },
            { label: t.discard, onClick: onDiscard },
          ]}
          onDismiss={keep}
        >
          {t.body}
        </ConfirmDialog>
      )}
    </>
  )
}
