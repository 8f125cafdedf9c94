import { textAt, type JsonObject } from '../../../json.ts'
import type { ImageCapabilities } from '../image-capabilities.ts'

/** The simulator's facts about a Marketplace image: it has no catalog, and derives them from the names. */
export interface MarketplaceImage {
  osType: 'Linux' | 'Windows'
  hyperVGeneration: 'V1' | 'V2'
  sizeInGB: number
  capabilities: ImageCapabilities
  /** the `SecurityType` of its features */
  securityType: string
  /** the version behind `latest` is made up */
  exactVersion: string
  /** of the image in a region, as the origin of the disks created from it */
  idIn(subscriptionId: string, location: string): string
}

// These say so themselves: https://learn.microsoft.com/azure/virtual-machines/generation-2#marketplace-image
const firstGeneration = /gen-?1|gen1st/i
const secondGeneration = /gen-?2|gensecond|[-_]g2\b|cvm|azure-edition|arm64/i
// Offers of generation 2 unless the SKU says otherwise.
const secondGenerationOffer = /^(windows-?11|ubuntu-2[4-9]_\d\d-lts|ubuntu-2[4-9]_\d\d-lts-daily)$/i

/**
 * The image with the `publisher`, `offer`, `sku` and `version` of an `imageReference`; undefined for any other. V1
 * unless the name of its SKU or offer says that it is of generation 2.
 */
export function marketplaceImage(reference: JsonObject): MarketplaceImage | undefined {
  const [publisher, offer, sku] = ['publisher', 'offer', 'sku'].map((part) => textAt(reference, part))
  if (publisher === undefined || offer === undefined || sku === undefined) return undefined
  const isWindows = /^microsoft(windows|sql|visualstudio)/i.test(publisher)
  const isSecond = !firstGeneration.test(sku) && (secondGeneration.test(sku) || secondGenerationOffer.test(offer))
  const version = textAt(reference, 'version') ?? 'latest'
  const exactVersion = version.toLowerCase() === 'latest' ? '1.0.0' : version
  return {
    osType: isWindows ? 'Windows' : 'Linux',
    hyperVGeneration: isSecond ? 'V2' : 'V1',
    sizeInGB: isWindows ? 127 : 30,
    exactVersion,
    // As recorded of Ubuntu 24.04; those of generation 1 have no features.
    capabilities: {
      architecture: /arm64/i.test(`${offer} ${sku}`) ? 'Arm64' : 'x64',
      diskControllerTypes: isSecond ? 'SCSI, NVMe' : undefined,
      acceleratedNetwork: isSecond ? true : undefined,
    },
    securityType: isSecond ? ofSecondGeneration(`${offer} ${sku}`) : 'Standard',
    idIn: (subscriptionId, location) =>
      `/Subscriptions/${subscriptionId}/Providers/Microsoft.Compute/Locations/${location}/Publishers/${publisher}/ArtifactTypes/VMImage/Offers/${offer}/Skus/${sku}/Versions/${exactVersion}`,
  }
}

function ofSecondGeneration(names: string): string {
  return /cvm|confidential/i.test(names) ? 'TrustedLaunchAndConfidentialVmSupported' : 'TrustedLaunchSupported'
}

/** The reference behind the ID of a Marketplace image in a region; undefined for any other ID. */
export function referenceOfMarketplace(id: string): JsonObject | undefined {
  const [, publisher, offer, sku, version] =
    /\/Publishers\/([^/]+)\/ArtifactTypes\/VMImage\/Offers\/([^/]+)\/Skus\/([^/]+)\/Versions\/([^/]+)$/i.exec(id) ?? []
  return publisher === undefined ? undefined : { publisher, offer, sku, version }
}
