import { useState } from 'react'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { useFocusReturn } from '../../ui/use-focus-return.ts'

/** Clears the wizard, after asking once. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => void }) {
  const t = useWizardTexts().wizard
  const isReadOnly = useReadOnlyDraft()
  const [asking, setAsking] = useState(false)
  // A draft of another tab is discarded there.
  if (isReadOnly) return null
  return (
    <>
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {t.discardDraft}
      </Button>
      {/* Mounted only while it asks: a dialog at rest keeps focus traps on the page that assistive technology meets. */}
      {asking && <DiscardDialog onKeep={() => setAsking(false)} onDiscard={onDiscard} />}
    </>
  )
}

function DiscardDialog({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const t = useWizardTexts().wizard
  useFocusReturn()
  return (
    <Dialog open onOpenChange={onKeep}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.discardConfirm.title}</DialogTitle>
          <DialogContent>{t.discardConfirm.body}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onKeep}>
              {t.discardConfirm.keep}
            </Button>
            <Button onClick={onDiscard}>{t.discardConfirm.discard}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
