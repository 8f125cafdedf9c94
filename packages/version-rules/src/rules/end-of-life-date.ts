import {
  endOfLifeInstant,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  warningAt,
} from '@portal/image-version'

// The end of life date, if given, is in the future by Azure's clock. A lock until then without such a date locks
// nothing; Azure does not document a refusal, so that is a warning.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function endOfLifeDateIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const { endOfLifeDate: date, blockDeletionBeforeEndOfLife } = plan
  if (date === '')
    return blockDeletionBeforeEndOfLife ? [warningAt(['endOfLifeDate'], 'EndOfLifeDateRequired', {})] : []
  if (!isCalendarDate(date)) return [errorAt(['endOfLifeDate'], 'EndOfLifeDateInvalid', { date })]
  if (Date.parse(endOfLifeInstant(date)) > Date.parse(inventory.now)) return []
  return [errorAt(['endOfLifeDate'], 'EndOfLifeDatePast', { date })]
}

/** `2027-02-30` looks like a date but is not one: JavaScript would read it as a day in March. */
function isCalendarDate(date: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date)) return false
  const instant = new Date(endOfLifeInstant(date))
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}
