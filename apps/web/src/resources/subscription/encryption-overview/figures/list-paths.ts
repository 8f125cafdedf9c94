import type { MachineEncryption, PostureSubject } from '@portal/portal-api'
import { disksPath, imageVersionsPath, machinesFromVersionsPath } from '../../../../paths.ts'
import type { Grouping } from './posture-rows.ts'

const paths: Record<PostureSubject, (filter: Record<string, string>) => string> = {
  imageVersions: imageVersionsPath,
  disks: disksPath,
  virtualMachines: machinesFromVersionsPath,
}

/** Where the list of a figure is: of an encryption, of a row, or both. */
export function listPath(
  of: PostureSubject,
  { encryption, row }: { encryption?: MachineEncryption; row?: { by: Grouping; id: string } },
): string {
  return paths[of]({ ...(encryption && { encryption }), ...(row && { [row.by]: row.id }) })
}
