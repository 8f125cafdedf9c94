import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { usesCustomerKeys } from '@portal/image-version'
import { RegionPicker } from '../../../../patterns/regions/RegionPicker.tsx'
import { useSetCounts } from '../../../../patterns/regions/use-set-counts.ts'
import { Section } from '../../../../ui/Section.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'
import type { UpdateSectionProps } from '../update-section-props.ts'
import { AddedRegionTable } from './AddedRegionTable.tsx'

const useStyles = makeStyles({
  regions: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '960px' },
})

/** The regions that the version gets, and the picker of more. */
export function AddedRegions(props: UpdateSectionProps) {
  const { before, draft, inventory, onEdit } = props
  const styles = useStyles()
  const t = useUpdateTexts().added
  const { addedRegions } = draft.change
  const setCounts = useSetCounts(before, inventory)
  return (
    <Section title={t.heading} description={t.intro}>
      <div className={styles.regions}>
        <RegionPicker
          label={t.add}
          regions={inventory.regions}
          chosen={addedRegions.map(({ name }) => name)}
          fixed={new Map(before.targetRegions.map(({ name }) => [name, t.there]))}
          near={before.location}
          // New regions of a version with platform-managed keys get no sets.
          setCounts={usesCustomerKeys(before) ? setCounts : () => new Map()}
          onChoose={(name) => onEdit({ type: 'addRegion', name })}
          onRemove={(name) =>
            onEdit({ type: 'dropAddedRegion', index: addedRegions.findIndex((region) => region.name === name) })
          }
        />
        {addedRegions.length === 0 ? <Text>{t.none}</Text> : <AddedRegionTable {...props} />}
      </div>
    </Section>
  )
}
