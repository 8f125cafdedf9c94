import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useFocusReturn } from '../../ui/use-focus-return.ts'

interface Props {
  /** version number of the draft, '' if it has none yet */
  draftName: string
  onKeep: () => void
  onReplace: () => void
}

/** Asks before an imported plan takes the place of a draft. */
export function ReplaceDraft({ draftName, onKeep, onReplace }: Props) {
  const t = useImportPlanTexts().replace
  useFocusReturn()
  return (
    <Dialog open onOpenChange={onKeep}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.title}</DialogTitle>
          <DialogContent>{draftName === '' ? t.body : t.bodyNamed(draftName)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onKeep}>
              {t.keep}
            </Button>
            <Button onClick={onReplace}>{t.replace}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
