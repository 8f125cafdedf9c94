import { regionName } from '@portal/arm'
import { RequestRefused } from '../../refusals/request-refused.ts'

/** Throws `RequestRefused` unless the batches name each of the regions once, and no others. */
export function assertRegionBatches(batches: readonly string[][], regions: readonly { name: string }[]): void {
  const inBatches = batches.flat().map(regionName).toSorted(alphabetically)
  const added = regions.map(({ name }) => regionName(name)).toSorted(alphabetically)
  if (inBatches.join() !== added.join())
    throw new RequestRefused('InvalidRequest', 'Not as expected: the batches are not those of the new regions')
}

function alphabetically(one: string, other: string): number {
  return one < other ? -1 : Number(one !== other)
}
