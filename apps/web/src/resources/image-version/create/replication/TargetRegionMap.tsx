import { Text } from '@fluentui/react-components'
import { planSubscriptionId } from '@portal/image-version'
import { MapFrame } from '../../../../patterns/map/MapFrame.tsx'
import { RegionMapChoice } from '../../../../patterns/map/RegionMapChoice.tsx'
import { useRegionMapTexts } from '../../../../patterns/regions/texts/use-region-map-texts.ts'
import type { TabProps } from '../tabs.ts'
import { regionRemoval } from './region-removal.ts'

/** The regions on a map, where they are chosen as in the list. */
export function TargetRegionMap({ plan, inventory, onEdit }: Pick<TabProps, 'plan' | 'inventory' | 'onEdit'>) {
  const t = useRegionMapTexts()
  return (
    <MapFrame subscriptionId={planSubscriptionId(plan)} folded={t.choose} legend={<Text size={200}>{t.keys}</Text>}>
      {(places) => (
        <RegionMapChoice
          label={t.ofChoice}
          places={places}
          regions={inventory.regions}
          chosen={plan.targetRegions.map(({ name }) => name)}
          home={plan.location}
          isFull={plan.targetRegions.length >= 100}
          onToggle={(name, isChosen) =>
            onEdit(isChosen ? { type: 'addTargetRegion', name } : regionRemoval(plan, name))
          }
        />
      )}
    </MapFrame>
  )
}
