import { useTexts } from '../i18n/language.ts'
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog.tsx'

/** It has no handler: selecting its button is activity, like anything else. */
export function InactivityDialog() {
  const { auth } = useTexts()
  return (
    <ConfirmDialog title={auth.stillThereTitle} actions={[{ label: auth.stayIn }]} isAlert>
      {auth.stillThereText}
    </ConfirmDialog>
  )
}
