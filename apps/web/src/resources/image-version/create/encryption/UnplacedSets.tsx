import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { cellPath } from '@portal/version-rules'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { labelWithGroup } from '../../../../patterns/resource/resource-label.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import type { TabProps } from '../tabs.ts'
import type { UnplacedSet } from './unplaced-sets.ts'

const useStyles = makeStyles({
  sets: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

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
  const styles = useStyles()
  const { wizard } = useWizardTexts()
  const t = wizard.encryption
  const codeText = useCodeText()
  const problemOf = ({ index, disk }: UnplacedSet) => {
    const path = cellPath(index, disk).join()
    const own = issues.filter((issue) => issue.path.join() === path)
    return own.length === 0 ? '–' : <StateLabel look="failed">{own.map(codeText).join(' ')}</StateLabel>
  }
  return (
    <div className={styles.sets}>
      <Message
        intent={hasDisks ? 'warning' : 'info'}
        title={(hasDisks ? t.unplacedTitle : t.waitingTitle)(sets.length)}
      >
        {hasDisks ? t.unplaced : t.waiting}
      </Message>
      <div className={styles.actions}>
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
      </div>
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
    </div>
  )
}
