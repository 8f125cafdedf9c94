import { isJsonObject, type Json, type JsonObject } from '../../../json.ts'

/**
 * The `osProfile` as Azure returns it: with the system's defaults, and without the password and the custom data, which
 * are never returned. https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile
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
