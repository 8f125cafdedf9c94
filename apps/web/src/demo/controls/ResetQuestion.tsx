import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'
import { useDemoTexts } from '../texts/demo-texts.ts'

/** Asks before the simulated Azure is as it was at first, and everything made in it is lost. */
export function ResetQuestion({ onKeep, onReset }: { onKeep: () => void; onReset: () => void }) {
  const { reset } = useDemoTexts()
  return (
    <ConfirmDialog
      title={reset.title}
      actions={[
        { label: reset.keep, onClick: onKeep },
        { label: reset.confirm, onClick: onReset },
      ]}
      onDismiss={onKeep}
      isAlert
    >
      {reset.body}
    </ConfirmDialog>
  )
}
