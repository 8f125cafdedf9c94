import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'
import { useWizardTexts } from './texts/use-wizard-texts.ts'

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
