import type { DiskControllerTypes, ImageDefinition } from '../inventory.ts'
import { compareVersionNames } from '../proposals/version-numbers.ts'

/**
 * The disk controllers that a version (`1.2.3`) of the definition supports; undefined if the definition states none for
 * it, which Azure treats as SCSI. Changed controllers apply from a version on.
 * https://github.com/Azure/azure-cli/issues/33172
 */
export function diskControllersOf(
  { diskControllerTypes, diskControllersStartAt: start }: ImageDefinition,
  version: string,
): DiskControllerTypes | undefined {
  return start !== undefined && compareVersionNames(version, start) < 0 ? undefined : diskControllerTypes
}
