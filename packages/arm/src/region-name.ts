/**
 * ARM accepts `West US`, `westus` and `WestUS` for the same region and returns any of them. Returns the short form,
 * `westus`, which is also the form to compare. https://learn.microsoft.com/azure/reliability/regions-list
 */
export function regionName(region: string): string {
  return region.replaceAll(' ', '').toLowerCase()
}

/** Whether two spellings name the same region. */
export function sameRegion(one: string, other: string): boolean {
  return regionName(one) === regionName(other)
}
