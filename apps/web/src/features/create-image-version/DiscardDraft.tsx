import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { useTexts } from '../../i18n/language.ts'

/** Clears the wizard, after asking once. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => void }) {
  const t = useTexts().wizard
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="subtle">{t.discardDraft}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.discardConfirm.title}</DialogTitle>
          <DialogContent>{t.discardConfirm.body}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{t.discardConfirm.keep}</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button onClick={onDiscard}>{t.discardConfirm.discard}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
