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
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'

/** Clears the wizard, after asking once. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => void }) {
  const t = useWizardTexts().wizard
  const isReadOnly = useReadOnlyDraft()
  const [asking, setAsking] = useState(false)
  const keep = () => setAsking(false)
  // A draft of another tab is discarded there.
  if (isReadOnly) return null
  return (
    <>
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {t.discardDraft}
      </Button>
      {/* Mounted only while it asks: a dialog at rest keeps focus traps on the page that assistive technology meets. */}
      {asking && (
        <Dialog open onOpenChange={keep}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{t.discardConfirm.title}</DialogTitle>
              <DialogContent>{t.discardConfirm.body}</DialogContent>
              <DialogActions>
                <Button appearance="primary" onClick={keep}>
                  {t.discardConfirm.keep}
                </Button>
                <Button onClick={onDiscard}>{t.discardConfirm.discard}</Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </>
  )
}
