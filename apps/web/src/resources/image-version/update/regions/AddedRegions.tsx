import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { usesCustomerKeys } from '@portal/image-version'
import { RegionPicker } from '../../../../patterns/regions/RegionPicker.tsx'
import { useSetCounts } from '../../../../patterns/regions/use-set-counts.ts'
import { Section } from '../../../../ui/Section.tsx'
import { TargetRegionTable } from '../../parts/TargetRegionTable.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'
import type { UpdateSectionProps } from '../update-section-props.ts'

const useStyles = makeStyles({
  regions: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '960px' },
  name: { display: 'block', paddingTop: tokens.spacingVerticalSNudge },
})

/** The regions that the version gets, and the picker of more. */
export function AddedRegions(props: UpdateSectionProps) {
  const { before, draft, inventory, issues, onEdit, onLeave } = props
  const styles = useStyles()
  const { added: t, regions: texts } = useUpdateTexts()
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
        {addedRegions.length === 0 ? (
          <Text>{t.none}</Text>
        ) : (
          <TargetRegionTable
            plan={{ ...before, replicaCount: draft.change.replicaCount ?? before.replicaCount ?? 1 }}
            inventory={inventory}
            regions={addedRegions}
            path="addedRegions"
            issues={issues}
            texts={{
              table: t.heading,
              region: texts.region,
              replicas: texts.replicas,
              excludeFromLatest: texts.exclude,
            }}
            nameField={(_, name) => <span className={styles.name}>{name}</span>}
            onChange={(index, change) => onEdit({ type: 'changeAddedRegion', index, change })}
            onRemove={(index) => onEdit({ type: 'dropAddedRegion', index })}
            onLeave={onLeave}
          />
        )}
      </div>
    </Section>
  )
}
