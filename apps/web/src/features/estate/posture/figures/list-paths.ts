import type { MachineEncryption, PostureSubject } from '@portal/portal-api'
import { imageVersionsPath, machinesFromVersionsPath } from '../../../../paths.ts'
import type { Grouping } from './posture-rows.ts'

const paths: Partial<Record<PostureSubject, (filter: Record<string, string>) => string>> = {
  imageVersions: imageVersionsPath,
  virtualMachines: machinesFromVersionsPath,
}

/** Where the list of a figure is: of an encryption, of a row, or both; undefined for disks, which have no list. */
export function listPath(
  of: PostureSubject,
  { encryption, row }: { encryption?: MachineEncryption; row?: { by: Grouping; id: string } },
): string | undefined {
  return paths[of]?.({ ...(encryption && { encryption }), ...(row && { [row.by]: row.id }) })
}
