import * as api from '@portal/portal-api'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { browseDiskEncryptionSets } from '../../azure/estate/browse-disk-encryption-sets.ts'
import { browseDisks } from '../../azure/estate/browse-disks.ts'
import { browseGalleries } from '../../azure/estate/browse-galleries.ts'
import { browseImageDefinitions } from '../../azure/estate/browse-image-definitions.ts'
import { browseImageVersions } from '../../azure/estate/browse-image-versions.ts'
import { browseVirtualMachines } from '../../azure/estate/browse-virtual-machines.ts'
import { checkKeyHealth } from '../../azure/estate/key-health/check-key-health.ts'
import { searchEstate } from '../../azure/estate/search-estate.ts'
import { route } from '../route.ts'

/** Lists of everything that the user can see, one page at a time. */
export function estateRoutes(keys: KeyReader) {
  return [
    route(api.browseGalleries, (asked, { azure }) => browseGalleries(azure, asked)),
    route(api.browseImageDefinitions, (asked, { azure }) => browseImageDefinitions(azure, asked)),
    route(api.browseImageVersions, (asked, { azure }) => browseImageVersions(azure, asked)),
    route(api.browseDiskEncryptionSets, (asked, { azure }) => browseDiskEncryptionSets(azure, asked)),
    route(api.searchEstate, ({ text }, { azure }) => searchEstate(azure, text)),
    route(api.browseVirtualMachines, (asked, { azure }) => browseVirtualMachines(azure, asked)),
    route(api.browseDisks, (asked, { azure }) => browseDisks(azure, asked)),
    route(api.checkKeyHealth, (asked, asker) => checkKeyHealth(asker, asked, keys)),
  ]
}
