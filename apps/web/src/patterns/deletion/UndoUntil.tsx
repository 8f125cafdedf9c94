import { Text } from '@fluentui/react-components'
import { type DeletionFacts, restorableUntil } from '@portal/gallery'
import { useFormats } from '../../i18n/formats.ts'
import { useDeletionTexts } from './use-deletion-texts.ts'

/** Until when the deletion of a version can be undone. */
export function UndoUntil({ facts }: { facts: DeletionFacts }) {
  const t = useDeletionTexts()
  const { dateTime } = useFormats()
  const until = restorableUntil(facts)
  return <Text>{until === undefined ? t.toRecycleBinForNow : t.toRecycleBin(dateTime(until))}</Text>
}
