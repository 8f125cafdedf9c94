import { postureQuery } from '../../../../api/estate-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import type { MapDotFacts } from '../../../../patterns/map/map-dot-look.ts'
import { MapFrame } from '../../../../patterns/map/MapFrame.tsx'
import { MapLegend, type MapSign } from '../../../../patterns/map/MapLegend.tsx'
import { RegionMap } from '../../../../patterns/map/RegionMap.tsx'
import { useRegionMapTexts } from '../../../../patterns/regions/region-map-texts.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { Section } from '../../../../ui/Section.tsx'
import { rowsBy } from './posture-rows.ts'

/** The source regions of all image versions on a map, filled by the share under customer-managed keys. */
export function PostureMap() {
  const t = useRegionMapTexts()
  const { number } = useFormats()
  const { data } = useRead(postureQuery, { of: 'imageVersions' })
  const subscriptions = useRead(subscriptionsQuery)
  const dots = rowsBy(data?.groups ?? [], 'region').map(({ id, counts, total }): MapDotFacts => {
    const own = counts.customer + counts.double
    const displayName = regionDisplayName(id)
    return {
      name: id,
      label: displayName,
      title: t.versionsUnderOwnKeys(displayName, number(own), number(total)),
      tone: 'share',
      fill: total === 0 ? 0 : (own / total) * 100,
      ring: own === total ? 'ownKeys' : 'none',
    }
  })
  const count = (isShown: (dot: MapDotFacts) => boolean) => number(dots.filter(isShown).length)
  const signs: MapSign[] = [
    { name: t.allOwnKeys, tone: 'share', fill: 100, ring: 'ownKeys', count: count(({ fill }) => fill === 100) },
    { name: t.someOwnKeys, tone: 'share', fill: 60, ring: 'none', count: count(({ fill }) => fill > 0 && fill < 100) },
    { name: t.noOwnKeys, tone: 'share', fill: 0, ring: 'none', count: count(({ fill }) => fill === 0) },
  ]
  return (
    <Section title={t.postureTitle}>
      <MapFrame subscriptionId={subscriptions.data?.[0]?.subscriptionId} legend={<MapLegend signs={signs} />}>
        {(places) => <RegionMap label={t.ofPosture} places={places} dots={dots} />}
      </MapFrame>
    </Section>
  )
}
