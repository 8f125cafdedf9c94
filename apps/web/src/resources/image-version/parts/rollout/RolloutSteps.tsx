import { makeStyles, tokens } from '@fluentui/react-components'
import { regionDisplayName } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { useFormats } from '../../../../i18n/formats.ts'
import { useRolloutTexts } from '../../texts/rollout-texts.ts'

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0 },
})

interface RolloutStepsProps {
  /** the region in which the version is created first; undefined if it already exists there */
  home: string | undefined
  batches: string[][]
  inventory: Inventory
}

/** What Azure does in which order. */
export function RolloutSteps({ home, batches, inventory }: RolloutStepsProps) {
  const styles = useStyles()
  const t = useRolloutTexts()
  const { list } = useFormats()
  const nameOf = (region: string) => regionDisplayName(inventory, region)
  return (
    <ol className={styles.steps}>
      {home !== undefined && <li>{t.home(nameOf(home))}</li>}
      {batches.map((batch) => (
        <li key={batch.join()}>{list(batch.map(nameOf))}</li>
      ))}
    </ol>
  )
}
