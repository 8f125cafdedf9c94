import type { ImpactList } from '@portal/disk-encryption'
import { ReadOutOnly } from '../../../ui/ReadOutOnly.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useKeyImpactTexts } from './key-impact-texts.ts'
import { listLooks } from './list-looks.ts'

/** The icon of a list of the forecast; its name is read out. */
export function StateMark({ list }: { list: ImpactList }) {
  const { lists } = useKeyImpactTexts().whatIf
  return (
    <StateLabel look={listLooks[list]}>
      <ReadOutOnly>{lists[list]}</ReadOutOnly>
    </StateLabel>
  )
}
