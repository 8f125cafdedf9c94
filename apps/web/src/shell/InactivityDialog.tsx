import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'
import { useFocusReturn } from '../ui/use-focus-return.ts'

/** It has no handler: what presses its button, or anything else, is what it waits for. */
export function InactivityDialog() {
  const { auth } = useTexts()
  useFocusReturn()
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{auth.stillThereTitle}</DialogTitle>
          <DialogContent>{auth.stillThereText}</DialogContent>
          <DialogActions>
            <Button appearance="primary">{auth.stayIn}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
