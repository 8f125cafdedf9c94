import type { ImageVersionUseRow } from '@portal/portal-api'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useRevocationTexts } from '../../texts/use-revocation-texts.ts'
import { UseNote } from './UseNote.tsx'

/** The version that something was created from, and what to know about it. */
export function UseVersion({ use, note }: { use: ImageVersionUseRow; note: string }) {
  const { version, isOutdated, isRevoked } = use
  const { revoked } = useRevocationTexts()
  return (
    <>
      {version || '–'}
      {isRevoked && (
        <UseNote>
          <StateLabel look="warning">{revoked}</StateLabel>
        </UseNote>
      )}
      {note !== '' && <UseNote>{isOutdated ? <StateLabel look="warning">{note}</StateLabel> : note}</UseNote>}
    </>
  )
}
