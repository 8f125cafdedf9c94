import type { ImageVersionUseRow } from '@portal/portal-api'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { UseNote } from './UseNote.tsx'

/** The version that something was created from, and what to know about it. */
export function UseVersion({ use: { version, isOutdated }, note }: { use: ImageVersionUseRow; note: string }) {
  return (
    <>
      {version || '–'}
      {note !== '' && <UseNote>{isOutdated ? <StateLabel look="warning">{note}</StateLabel> : note}</UseNote>}
    </>
  )
}
