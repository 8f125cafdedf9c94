import type { EffectiveStorage } from '@portal/image-version'
import type { StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { Message } from '../../../../ui/Message.tsx'

interface Props {
  storage: EffectiveStorage[]
  regions: StoredTargetRegion[]
}

/** Lists the regions in which the applied storage differs from the requested one; nothing if none does. */
export function StorageDifferenceMessage({ storage, regions }: Props) {
  const { imageVersion } = useTexts()
  const { list } = useFormats()
  const differing = storage
    .filter(({ differs }) => differs)
    .map(({ region }) => regions.find(({ name }) => name === region)?.displayName ?? region)
  if (differing.length === 0) return null
  return (
    <Message intent="error" politeness="assertive" title={imageVersion.storageDifferenceTitle}>
      {imageVersion.storageDifferenceText(list(differing))}
    </Message>
  )
}
