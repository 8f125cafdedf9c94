import { Input, makeStyles, Radio, RadioGroup, Text } from '@fluentui/react-components'
import type { Inventory, TargetRegion } from '@portal/image-version'
import { countFromText } from '../../../../ui/count-from-text.ts'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useRolloutTexts } from '../../texts/rollout-texts.ts'
import { regionBatches, leastSize } from './region-batches.ts'
import { RolloutSteps } from './RolloutSteps.tsx'

const useStyles = makeStyles({ size: { width: '96px', minWidth: 0 } })

interface RolloutChoiceProps {
  /** the region in which the version is created first; undefined if it already exists there */
  home?: string
  /** those that are added */
  regions: TargetRegion[]
  /** null: all at once */
  batchSize: number | null
  inventory: Inventory
  onChoose: (batchSize: number | null) => void
}

/** Whether regions are added all at once or in batches. */
export function RolloutChoice({ home, regions, batchSize, inventory, onChoose }: RolloutChoiceProps) {
  const styles = useStyles()
  const t = useRolloutTexts()
  const least = leastSize(regions.length)
  const within = (size: number) => Math.min(Math.max(size, least), regions.length)
  return (
    <Section title={t.heading} description={t.intro}>
      <RadioGroup
        aria-label={t.heading}
        value={batchSize === null ? 'atOnce' : 'inBatches'}
        onChange={(_, { value }) => onChoose(value === 'atOnce' ? null : Math.ceil(regions.length / 2))}
      >
        <Radio value="atOnce" label={t.atOnce} />
        <Radio value="inBatches" label={home === undefined ? t.inBatches : t.homeFirst} />
      </RadioGroup>
      {batchSize !== null && (
        <>
          <FormRow label={t.batchSize}>
            <Input
              className={styles.size}
              type="number"
              min={least}
              max={regions.length}
              value={String(within(batchSize))}
              onChange={(_, { value }) => onChoose(within(Math.trunc(countFromText(value) ?? least)))}
            />
          </FormRow>
          <RolloutSteps home={home} batches={regionBatches(regions, within(batchSize))} inventory={inventory} />
          <Text>{t.note}</Text>
        </>
      )}
    </Section>
  )
}
