import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useUpdateTexts } from '../../../i18n/image-versions/use-update-texts.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { UpdateSectionProps } from '../update-section-props.ts'
import { AddedRegionRow } from './AddedRegionRow.tsx'

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '960px' },
  add: { maxWidth: '320px' },
})

/** The regions that the version gets, and the picker of more. */
export function AddedRegions(props: UpdateSectionProps) {
  const { before, draft, inventory, onEdit } = props
  const styles = useStyles()
  const t = useUpdateTexts().added
  const { addedRegions } = draft.change
  const taken = new Set([...before.targetRegions, ...addedRegions].map(({ name }) => name))
  const free = inventory.regions.filter(({ name }) => !taken.has(name))
  return (
    <Section title={t.heading} description={t.intro}>
      <div className={styles.rows}>
        {addedRegions.length === 0 && <Text>{t.none}</Text>}
        {addedRegions.map((region, index) => (
          <AddedRegionRow {...props} key={region.name} region={region} index={index} />
        ))}
        <div className={styles.add}>
          <Choice
            aria-label={t.add}
            value=""
            placeholder={t.add}
            options={free.map(({ name, displayName }) => ({ value: name, label: displayName }))}
            onChoose={(name) => onEdit({ type: 'addRegion', name })}
          />
        </div>
      </div>
    </Section>
  )
}
