import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { EncryptionType } from '@portal/disk-encryption'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { DroppedSet } from './dropped-sets.ts'

interface DroppedSetsMessageProps {
  /** the new type, to which the sets do not belong; one at least */
  type: EncryptionType
  sets: DroppedSet[]
  onUndo: () => void
}

/** Which cells were emptied by the choice of another type of encryption. */
export function DroppedSetsMessage({ type, sets, onUndo }: DroppedSetsMessageProps) {
  const t = useWizardTexts().wizard.encryption
  const shown = sets.slice(0, 3).map(({ name, cells }) => t.droppedSet(name, cells.length))
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t.droppedTitle(sets.flatMap(({ cells }) => cells).length)}</MessageBarTitle>
        {t.dropped(shown.join(', '), sets.length - shown.length, t.types[type])}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onUndo}>{t.matrix.undo}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
