import { textAt } from '../../json.ts'
import { invalidParameter } from '../errors.ts'
import type { Proposal } from './proposal.ts'

const target = 'galleryImageVersion.properties.publishingProfile.endOfLifeDate'

/** The end of life date must be in the future when it is set; one that has passed since can be sent again. */
export function assertDates({ sent, stored, request }: Proposal): void {
  if (sent.endOfLifeDate === undefined) return
  const date = Date.parse(sent.endOfLifeDate)
  if (Number.isNaN(date)) throw invalidParameter(`The value of parameter ${target} is invalid.`, target)
  const before = Date.parse(textAt(stored?.properties, 'publishingProfile', 'endOfLifeDate') ?? '')
  if (date !== before && date <= request.clock.now())
    throw invalidParameter('EndOfLifeDate must be set to a future date.', target)
}
