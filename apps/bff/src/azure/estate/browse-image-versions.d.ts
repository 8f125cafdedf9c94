import { type browseImageVersions as endpoint, type RequestOf, type ResponseOf } from '@portal/portal-api'
import type { Azure } from '../arm/clients.ts'
export declare const setTypes =
  "Resources\n  | where type =~ 'microsoft.compute/diskencryptionsets'\n  | project setId = tolower(id), setType = tostring(properties.encryptionType)"
/** Whose keys encrypt a version, from how many of its regions have which. */
export declare const versionsEncryption =
  "extend encryption = case(confidential == regions, 'confidential', confidential > 0,\n    'mixed', touched == 0, 'platform', lacking > 0, 'mixed', double == regions, 'double', double > 0, 'mixed', 'customer')"
/** A page of image versions, of one definition or of all, each with whose keys encrypt it. */
export declare function browseImageVersions(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>>
