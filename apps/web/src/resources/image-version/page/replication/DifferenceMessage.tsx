import { makeStyles } from '@fluentui/react-components'
import { encryptionSummary, type EffectiveRegion } from '@portal/image-version'
import type { StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { Message } from '../../../../ui/Message.tsx'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: '4px', paddingBottom: '8px', whiteSpace: 'normal' },
})

interface Props {
  encryption: EffectiveRegion[]
  regions: StoredTargetRegion[]
}

/** Above everything else if a disk is not encrypted as requested: which ones, and what not to do. */
export function DifferenceMessage({ encryption, regions }: Props) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { list } = useFormats()
  const diskName = useDiskName()
  if (!encryptionSummary(encryption).needsAttention) return null
  const displayName = (name: string) =>
    regions.find((region) => region.name === name)?.displayName ?? regionDisplayName(name)
  const cells = encryption.flatMap(({ region, isStored, disks, confidential }) => {
    if (!isStored) return [displayName(region)]
    const wrong = disks.filter(({ verdict, isMixed }) => verdict === 'differs' || isMixed)
    const named = wrong.map(({ disk }) => `${displayName(region)} ${diskName(disk)}`)
    return confidential?.verdict === 'differs'
      ? [...named, `${displayName(region)} ${imageVersion.confidentialSet}`]
      : named
  })
  return (
    <Message
      intent="error"
      politeness="assertive"
      title={imageVersion.differenceTitle}
      body={{ className: styles.body }}
    >
      {imageVersion.differenceText(list(cells))}
    </Message>
  )
}
