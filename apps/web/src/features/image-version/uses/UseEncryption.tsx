import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionUseRow } from '@portal/portal-api'
import { EncryptionLabel } from '../../../parts/resource/EncryptionLabel.tsx'
import { SetLink } from '../../../parts/resource/SetLink.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'

const useStyles = makeStyles({
  more: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
  },
})

interface UseEncryptionProps {
  use: ImageVersionUseRow
  /** how its key differs from the version's; '' if it does not */
  verdict: string
}

/** What encrypts a disk; a machine's disks have rows of their own. */
export function UseEncryption({ use: { disk }, verdict }: UseEncryptionProps) {
  const styles = useStyles()
  if (disk === undefined) return <>–</>
  return (
    <>
      <EncryptionLabel encryption={disk.encryption} />
      <span className={styles.more}>
        {disk.diskEncryptionSetId !== undefined && <SetLink id={disk.diskEncryptionSetId} />}
        {verdict !== '' && <StateLabel look="warning">{verdict}</StateLabel>}
      </span>
    </>
  )
}
