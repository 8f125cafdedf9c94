import { Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { regionDisplayName } from '@portal/image-version'
import { useFormats } from '../../i18n/formats.ts'
import { useUpdateTexts } from '../../i18n/use-update-texts.ts'
import { countFromText } from '../../ui/count-from-text.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { Section } from '../../ui/Section.tsx'
import { batchesOf } from './batches.ts'
import type { UpdateSectionProps } from './update-section-props.ts'

const useStyles = makeStyles({
  batches: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0 },
  size: { width: '96px', minWidth: 0 },
})

/** Whether the new regions are added all at once or in batches. */
export function RolloutChoice({ draft, inventory, onEdit }: UpdateSectionProps) {
  const styles = useStyles()
  const t = useUpdateTexts().rollout
  const { list } = useFormats()
  const { batchSize, change } = draft
  const { addedRegions } = change
  return (
    <Section title={t.heading} description={t.intro}>
      <RadioGroup
        aria-label={t.heading}
        value={batchSize === null ? 'atOnce' : 'inBatches'}
        onChange={(_, { value }) =>
          onEdit({ type: 'setBatchSize', batchSize: value === 'atOnce' ? null : Math.ceil(addedRegions.length / 2) })
        }
      >
        <Radio value="atOnce" label={t.atOnce} />
        <Radio value="inBatches" label={t.inBatches} />
      </RadioGroup>
      {batchSize !== null && (
        <>
          <FormRow label={t.batchSize}>
            <Input
              className={styles.size}
              type="number"
              min={1}
              max={addedRegions.length}
              value={String(batchSize)}
              onChange={(_, { value }) => {
                const size = Math.trunc(countFromText(value) ?? 1)
                onEdit({ type: 'setBatchSize', batchSize: Math.min(Math.max(size, 1), addedRegions.length) })
              }}
            />
          </FormRow>
          <ol className={styles.batches}>
            {batchesOf(addedRegions, batchSize).map((batch) => (
              <li key={batch.join()}>{list(batch.map((name) => regionDisplayName(inventory, name)))}</li>
            ))}
          </ol>
          <Text>{t.note}</Text>
        </>
      )}
    </Section>
  )
}
