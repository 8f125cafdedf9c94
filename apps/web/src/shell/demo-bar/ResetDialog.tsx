import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { useFocusReturn } from '../../ui/use-focus-return.ts'

interface Props {
  onReset: () => void
  onKeep: () => void
}

/** Says what a reset loses, and asks. Mount it while it asks. */
export function ResetDialog({ onReset, onKeep }: Props) {
  const t = useDemoTexts().reset
  useFocusReturn()
  return (
    <Dialog open modalType="alert" onOpenChange={onKeep}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.title}</DialogTitle>
          <DialogContent>{t.body}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onKeep}>
              {t.keep}
            </Button>
            <Button onClick={onReset}>{t.confirm}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
