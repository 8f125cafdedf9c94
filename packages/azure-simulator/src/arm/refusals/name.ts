import { invalidParameter } from '../errors.ts'
import type { Proposal } from './proposal.ts'

const largest = 2_147_483_647

/** Major.Minor.Patch, each a 32-bit integer: https://learn.microsoft.com/azure/virtual-machines/image-version */
export function assertName({ name }: Proposal): void {
  const numbers = name.split('.')
  if (numbers.length === 3 && numbers.every((number) => /^\d{1,10}$/.test(number) && Number(number) <= largest)) return
  throw invalidParameter(
    'The image version name is invalid. The image version name should follow Major(int).Minor(int).Patch(int) format, for e.g: 1.0.0, 2018.12.1 etc.',
    'galleryImageVersionName',
  )
}
