import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useLayoutEffect } from 'react'
import { useTexts } from '../i18n/language.ts'

/** It has no handler: what presses its button, or anything else, is what it waits for. */
export function InactivityDialog() {
  const { auth } = useTexts()
  // A dialog that nobody opened knows no place to give the focus back to.
  useLayoutEffect(() => {
    const { activeElement } = document
    return () => {
      if (activeElement instanceof HTMLElement) activeElement.focus()
    }
  }, [])
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
