import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { EffectiveDisk } from '@portal/image-version'
import { useTexts } from '../../../../i18n/language.ts'
import { SetLink } from '../../../../patterns/resource/SetLink.tsx'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'

const useStyles = makeStyles({
  line: { overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  disk: { color: tokens.colorNeutralForeground3 },
})

/** One disk in one region: the set that Azure applied, and the requested one if they differ. */
export function DiskEncryptionLine({ disk: effective, versionId }: { disk: EffectiveDisk; versionId: string }) {
  const { disk, asked, stored, verdict, isMixed } = effective
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const diskName = useDiskName()
  const differs = verdict === 'differs'
  return (
    <li className={mergeClasses(styles.line, (differs || isMixed) && styles.wrong)}>
      <span className={mergeClasses(!differs && !isMixed && styles.disk)}>{diskName(disk)}: </span>
      <SetOrPlatformKey versionId={versionId} id={stored} />
      {differs && (
        <>
          {` (${imageVersion.requested}: `}
          <SetOrPlatformKey versionId={versionId} id={asked} />)
        </>
      )}
    </li>
  )
}

function SetOrPlatformKey({ id, versionId }: { id: string | undefined; versionId: string }) {
  const { imageVersion } = useTexts()
  return id === undefined ? <>{imageVersion.platformKey}</> : <SetLink id={id} versionId={versionId} />
}
