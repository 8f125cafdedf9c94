import { Button } from '@fluentui/react-components'
import { cellPath } from '@portal/version-rules'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { labelWithGroup } from '../../../../patterns/resource/resource-label.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import type { TabProps } from '../tabs.ts'
import type { UnplacedSet } from './unplaced-sets.ts'

interface UnplacedSetsProps extends Pick<TabProps, 'issues' | 'onEdit'> {
  /** one at least */
  sets: UnplacedSet[]
  /** ID of the image definition: a set of another resource group is named with that group */
  definitionId: string
  /** the disks of the source are known, and these sets are for others */
  hasDisks: boolean
  onGoToBasics: () => void
}

/** The sets that no cell shows, each with its problem: nothing of an imported configuration is dropped unsaid. */
export function UnplacedSets({ sets, definitionId, hasDisks, issues, onEdit, onGoToBasics }: UnplacedSetsProps) {
  const { wizard } = useWizardTexts()
  const t = wizard.encryption
  const codeText = useCodeText()
  const problemOf = ({ index, disk }: UnplacedSet) => {
    const path = cellPath(index, disk).join()
    const own = issues.filter((issue) => issue.path.join() === path)
    return own.length === 0 ? '–' : <StateLabel look="failed">{own.map(codeText).join(' ')}</StateLabel>
  }
  return (
    <Stack gap="M" shrinks>
      <Message
        intent={hasDisks ? 'warning' : 'info'}
        title={(hasDisks ? t.unplacedTitle : t.waitingTitle)(sets.length)}
      >
        {hasDisks ? t.unplaced : t.waiting}
      </Message>
      <Stack row="wrap" gap="S">
        <Button onClick={onGoToBasics}>{wizard.review.goTo(wizard.tabs.basics)}</Button>
        {hasDisks && (
          <Button
            onClick={() =>
              onEdit({
                type: 'fillCells',
                cells: sets.map(({ index, disk }) => ({ index, disk, diskEncryptionSetId: '' })),
              })
            }
          >
            {t.removeUnplaced}
          </Button>
        )}
      </Stack>
      <DataTable
        label={(hasDisks ? t.unplacedTitle : t.waitingTitle)(sets.length)}
        columns={[
          { heading: t.matrix.region, cell: ({ region }) => region },
          { heading: t.matrix.disk, cell: ({ disk }) => (disk === 'os' ? t.osDisk : t.lun(disk)) },
          {
            heading: wizard.review.set,
            cell: ({ diskEncryptionSetId }) => labelWithGroup(diskEncryptionSetId, definitionId),
          },
          { heading: t.matrix.states.problem, cell: problemOf },
        ]}
        rows={sets}
        rowKey={({ index, disk }) => `${index}.${disk}`}
      />
    </Stack>
  )
}
