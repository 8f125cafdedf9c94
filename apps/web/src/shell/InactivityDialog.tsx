import { useTexts } from '../i18n/language.ts'
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog.tsx'

/** It has no handler: what presses its button, or anything else, is what it waits for. */
export function InactivityDialog() {
  const { auth } = useTexts()
  return (
    <ConfirmDialog title={auth.stillThereTitle} actions={[{ label: auth.stayIn }]} isAlert>
      {auth.stillThereText}
    </ConfirmDialog>
  )
}
