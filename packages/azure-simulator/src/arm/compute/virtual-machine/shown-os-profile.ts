import { isJsonObject, type Json, type JsonObject } from '../../../json.ts'

/**
 * The `osProfile` as Azure shows it: what it fills in for the system, and neither the password nor the custom data,
 * which are never told again. https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile
 */
export function shownOsProfile(sent: JsonObject, osType: Json | undefined): JsonObject {
  const { adminPassword: _, customData: __, linuxConfiguration, windowsConfiguration, ...rest } = sent
  const isWindows = osType === 'Windows'
  const configured = isWindows ? windowsConfiguration : linuxConfiguration
  const filled = {
    provisionVMAgent: true,
    ...(isWindows ? { enableAutomaticUpdates: true } : { disablePasswordAuthentication: false }),
    patchSettings: { patchMode: isWindows ? 'AutomaticByOS' : 'ImageDefault', assessmentMode: 'ImageDefault' },
    ...(isJsonObject(configured) && configured),
  }
  return {
    ...rest,
    ...(isWindows ? { windowsConfiguration: filled } : { linuxConfiguration: filled }),
    secrets: [],
    allowExtensionOperations: true,
    requireGuestProvisionSignal: true,
  }
}
