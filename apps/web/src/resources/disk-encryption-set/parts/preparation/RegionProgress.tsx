import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { type PartProgress, type PartState, type PreparationProgress, regionDisplayName } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import { deploymentErrorMeaning } from '@portal/version-rules'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { Section } from '../../../../ui/Section.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'

const useStyles = makeStyles({
  parts: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 180px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
  },
  error: { gridColumn: '1 / -1', color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
})

const looks: Record<PartState, StateLook> = {
  Waiting: 'waiting',
  Running: 'running',
  AwaitingGrant: 'waiting',
  Succeeded: 'done',
  Failed: 'failed',
}

interface RegionProgressProps {
  progress: PreparationProgress['regions'][number]
  inventory: Inventory
}

/** The progress of the parts of one region, and the reasons of failures. */
export function RegionProgress({ progress: { region, parts }, inventory }: RegionProgressProps) {
  const styles = useStyles()
  return (
    <Section title={regionDisplayName(inventory, region.location)}>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <Part key={part.part} progress={part} isKeyElsewhere={region.crossTenantKey !== undefined} />
        ))}
      </ul>
    </Section>
  )
}

function Part({ progress, isKeyElsewhere }: { progress: PartProgress; isKeyElsewhere: boolean }) {
  const { part, state, milliseconds, error } = progress
  const styles = useStyles()
  const t = usePreparationTexts()
  const { duration } = useFormats()
  const codeText = useCodeText()
  return (
    <li className={styles.part}>
      <Text>{t.parts[part]}</Text>
      <StateLabel look={looks[state]}>
        {t.progress.partStates[state]}
        {state === 'Succeeded' && milliseconds !== undefined && ` ${t.progress.took(duration(milliseconds))}`}
      </StateLabel>
      {error && <Text className={styles.error}>{codeText(deploymentErrorMeaning(error, { isKeyElsewhere }))}</Text>}
    </li>
  )
}
