import type { ImageVersionUseRow } from '@portal/portal-api'
import { virtualMachinePath } from '../../../../paths.ts'
import { AzurePortalLink } from '../../../../patterns/resource/AzurePortalLink.tsx'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { UseNote } from './UseNote.tsx'

/** The name of what was created from a version: to its page, in Azure's portal if this one has none. */
export function UseName({ use: { id, kind, name }, note }: { use: ImageVersionUseRow; note: string }) {
  return (
    <>
      {kind === 'virtualMachine' ? (
        <RouteLink href={virtualMachinePath(id)}>{name}</RouteLink>
      ) : (
        <AzurePortalLink id={id}>{name}</AzurePortalLink>
      )}
      {note !== '' && <UseNote>{note}</UseNote>}
    </>
  )
}
