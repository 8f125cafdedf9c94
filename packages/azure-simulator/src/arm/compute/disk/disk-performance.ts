import { textAt, type JsonObject } from '../../../json.ts'

// Up to so many GB: the performance tier, its IOPS and MB/s.
// https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds
const premiumTiers: [upToGB: number, tier: string, iops: number, megabytesPerSecond: number][] = [
  [4, 'P1', 120, 25],
  [8, 'P2', 120, 25],
  [16, 'P3', 120, 25],
  [32, 'P4', 120, 25],
  [64, 'P6', 240, 50],
  [128, 'P10', 500, 100],
  [256, 'P15', 1_100, 125],
  [512, 'P20', 2_300, 150],
  [1_024, 'P30', 5_000, 200],
  [2_048, 'P40', 7_500, 250],
  [4_096, 'P50', 7_500, 250],
  [8_192, 'P60', 16_000, 500],
  [16_384, 'P70', 18_000, 750],
  [32_767, 'P80', 20_000, 900],
]

/**
 * A disk's performance in Azure's response, by its SKU and its size; for types other than premium, that of the
 * smallest.
 */
export function diskPerformance(sku: JsonObject, sizeInGB: number): JsonObject {
  const premium = premiumTiers.find(([upToGB]) => sizeInGB <= upToGB)
  if (!/^Premium_(LRS|ZRS)$/i.test(textAt(sku, 'name') ?? '') || premium === undefined)
    return { diskIOPSReadWrite: 500, diskMBpsReadWrite: 60 }
  const [, tier, diskIOPSReadWrite, diskMBpsReadWrite] = premium
  return { diskIOPSReadWrite, diskMBpsReadWrite, tier }
}

/** A SKU with its tier: `Premium` for `Premium_LRS`. */
export function skuWithTier(sku: JsonObject): JsonObject {
  const [kind = ''] = (textAt(sku, 'name') ?? '').split('_')
  return { ...sku, tier: kind.startsWith('Standard') ? 'Standard' : kind.replace(/SSD$|V2$/, '') }
}
