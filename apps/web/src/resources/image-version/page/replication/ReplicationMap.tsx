import { encryptionSummary, type EffectiveRegion } from '@portal/image-version'
import { tryParseResourceId, type ImageVersion, type ReplicationState } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import type { DotRing, DotTone, MapDotFacts } from '../../../../patterns/map/map-dot-look.ts'
import { MapFrame } from '../../../../patterns/map/MapFrame.tsx'
import { RegionMap } from '../../../../patterns/map/RegionMap.tsx'
import { useRegionMapTexts } from '../../../../patterns/regions/region-map-texts.ts'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'

const tones: Record<ReplicationState, DotTone> = {
  Unknown: 'waiting',
  Replicating: 'running',
  Completed: 'done',
  Failed: 'failed',
}

interface ReplicationMapProps {
  version: ImageVersion
  encryption: readonly EffectiveRegion[]
}

/** The target regions on a map, filling as they replicate, each with a ring for its encryption. */
export function ReplicationMap({ version, encryption }: ReplicationMapProps) {
  const { imageVersion } = useTexts()
  const { customerKeys } = useImageVersionTexts()
  const t = useRegionMapTexts()
  const { percent } = useFormats()
  const dots = version.targetRegions.map((region): MapDotFacts => {
    const { state = 'Unknown', progress = 0 } = region.replication ?? {}
    const ring = ringOf(encryption.find((each) => each.region === region.name))
    const told = { ownKeys: t.ownKeys, attention: t.differs, none: customerKeys.none }[ring]
    const far = state === 'Replicating' ? ` ${percent(progress)}` : ''
    return {
      name: region.name,
      label: region.displayName,
      title: t.dot(region.displayName, `${imageVersion.replicationStates[state]}${far}`, told),
      tone: tones[state],
      fill: state === 'Completed' || state === 'Failed' ? 100 : progress,
      ring,
    }
  })
  return (
    <MapFrame subscriptionId={tryParseResourceId(version.id)?.subscriptionId}>
      {(places) => <RegionMap label={t.ofVersion} places={places} dots={dots} isZoomed />}
    </MapFrame>
  )
}

function ringOf(region: EffectiveRegion | undefined): DotRing {
  if (region === undefined) return 'none'
  const { needsAttention, disks, platformKeys } = encryptionSummary([region])
  return needsAttention ? 'attention' : platformKeys < disks ? 'ownKeys' : 'none'
}
