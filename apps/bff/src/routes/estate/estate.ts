import { parseVersionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { browseDisks } from '../../azure/estate/browse-disks.ts'
import { browseGalleries } from '../../azure/estate/browse-galleries.ts'
import { browseImageDefinitions } from '../../azure/estate/browse-image-definitions.ts'
import { browseImageVersions } from '../../azure/estate/browse-image-versions.ts'
import { browseVirtualMachines } from '../../azure/estate/browse-virtual-machines.ts'
import { readEstateCopyPage } from '../../azure/estate/estate-copy.ts'
import { galleryQuotas } from '../../azure/estate/gallery-quotas.ts'
import { ancestorsOf } from '../../azure/estate/image-version-uses/ancestors.ts'
import { browseImageVersionUses } from '../../azure/estate/image-version-uses/browse-image-version-uses.ts'
import { countImageVersionUses } from '../../azure/estate/image-version-uses/count-image-version-uses.ts'
import { descendantsOf } from '../../azure/estate/image-version-uses/descendants.ts'
import { alertFacts, assignPolicies } from '../../azure/estate/key-alerts/alert-facts.ts'
import { checkKeyHealth } from '../../azure/estate/key-health/check-key-health.ts'
import { browseDiskEncryptionSets, surveyKeyHealth } from '../../azure/estate/key-health/survey-key-health.ts'
import { browseKeys } from '../../azure/estate/key-impact/browse-keys.ts'
import { deletedVersionsNearKey } from '../../azure/estate/key-impact/deleted-versions-near-key.ts'
import { keyImpact } from '../../azure/estate/key-impact/key-impact.ts'
import { estateOverview } from '../../azure/estate/overview/estate-overview.ts'
import { failedResources } from '../../azure/estate/overview/failed-resources.ts'
import { recentDefinitions } from '../../azure/estate/overview/recent-definitions.ts'
import { readPostureLimits } from '../../azure/estate/posture/posture-limits.ts'
import { readPosture } from '../../azure/estate/posture/posture.ts'
import { recordedChanges } from '../../azure/estate/recorded-changes.ts'
import { searchEstate } from '../../azure/estate/search-estate.ts'
import { operationOutcome } from '../../azure/under-way/operation-outcome.ts'
import { underWayReader } from '../../azure/under-way/under-way.ts'
import { route } from '../route.ts'

/** All that the user can see in every subscription: lists, keys, uses, and what is in progress. */
export function estateRoutes(keys: KeyReader) {
  const underWay = underWayReader(Date.now)
  return [
    route(api.browseGalleries, (asked, { azure }) => browseGalleries(azure, asked)),
    route(api.browseImageDefinitions, (asked, { azure }) => browseImageDefinitions(azure, asked)),
    route(api.browseImageVersions, (asked, { azure }) => browseImageVersions(azure, asked)),
    route(api.browseDiskEncryptionSets, (asked, { azure }) => browseDiskEncryptionSets(azure, asked)),
    route(api.searchEstate, ({ text }, { azure }) => searchEstate(azure, text)),
    route(api.browseVirtualMachines, (asked, { azure }) => browseVirtualMachines(azure, asked)),
    route(api.browseDisks, (asked, { azure }) => browseDisks(azure, asked)),
    route(api.checkKeyHealth, (asked, session) => checkKeyHealth(session, asked, keys)),
    // What was created from an image version, and the changes that Azure recorded
    route(api.browseImageVersionUses, (asked, { azure }) => browseImageVersionUses(azure, asked)),
    route(api.countImageVersionUses, ({ imageVersionId }, { azure }) => countImageVersionUses(azure, imageVersionId)),
    route(api.listDescendants, ({ imageVersionId }, { azure }) => descendantsOf(azure, parseVersionId(imageVersionId))),
    route(api.listAncestors, ({ imageVersionId }, { azure }) => ancestorsOf(azure, parseVersionId(imageVersionId))),
    route(api.listRecordedChanges, (asked, { azure }) => recordedChanges(azure, asked)),
    // The health of all keys: what Resource Graph knows, and the keys themselves
    route(api.surveyKeyHealth, (asked, { azure }) => surveyKeyHealth(azure, asked)),
    route(api.getAlertFacts, ({ subscriptionId }, { azure }) => alertFacts(azure, subscriptionId)),
    route(api.assignPolicies, (asked, { azure }) => assignPolicies(azure, asked)),
    route(api.readKeys, async ({ keys: addresses, freshness }, session) => {
      const read = await keys.keysAt(session, addresses, freshness)
      return {
        now: session.azure.now(),
        keys: addresses.flatMap(({ keyUrl }, index) => {
          const key = read[index]
          return key === undefined ? [] : [{ keyUrl, key }]
        }),
      }
    }),
    // What depends on a key
    route(api.getKeyImpact, (asked, { azure }) => keyImpact(azure, asked)),
    route(api.listDeletedVersionsNearKey, ({ keyUrl }, { azure }) => deletedVersionsNearKey(azure, keyUrl)),
    route(api.browseKeys, (asked, { azure }) => browseKeys(azure, asked)),
    // What Home shows, tile by tile
    route(api.getEstateOverview, (_, { azure }) => estateOverview(azure)),
    route(api.listFailedResources, (_, { azure }) => failedResources(azure)),
    route(api.listRecentDefinitions, (_, { azure }) => recentDefinitions(azure)),
    // How much of the estate is encrypted with whose keys, what the user can't read of it, Azure's limits, and a copy
    route(api.getPosture, ({ of }, { azure }) => readPosture(azure, of)),
    route(api.getPostureLimits, (_, { azure }) => readPostureLimits(azure)),
    route(api.readEstateCopy, (input, { azure }) => readEstateCopyPage(azure, input)),
    route(api.listGalleryQuotas, ({ subscriptionId }, { azure }) => galleryQuotas(azure, subscriptionId)),
    // Azure's operations in progress, and what has become of one
    route(api.listUnderWay, (_, session) => underWay(session)),
    route(api.getOperationOutcome, (asked, { azure }) => operationOutcome(azure, asked)),
  ]
}
