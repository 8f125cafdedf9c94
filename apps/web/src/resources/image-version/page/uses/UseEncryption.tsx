import type { ImageVersionUseRow } from '@portal/portal-api'
import { useBrowseTexts } from '../../../../patterns/list/texts/use-browse-texts.ts'
import { EncryptionLabel } from '../../../../patterns/resource/EncryptionLabel.tsx'
import { SetLink } from '../../../../patterns/resource/SetLink.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { UseNote } from './UseNote.tsx'

interface UseEncryptionProps {
  use: ImageVersionUseRow
  /** how its key differs from the version's; '' if it does not */
  verdict: string
}

/** What encrypts a disk; a machine's disks have rows of their own. */
export function UseEncryption({ use: { disk }, verdict }: UseEncryptionProps) {
  const { encryptions } = useBrowseTexts()
  if (disk === undefined) return <>–</>
  const { encryption, diskEncryptionSetId: setId } = disk
  return (
    <>
      {verdict === '' ? <EncryptionLabel encryption={encryption} /> : <StateLabel look="warning">{verdict}</StateLabel>}
      <UseNote>{setId === undefined ? verdict !== '' && encryptions[encryption] : <SetLink id={setId} />}</UseNote>
    </>
  )
}
