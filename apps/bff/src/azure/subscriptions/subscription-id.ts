import { guidPattern, InvalidResourceId } from '@portal/arm'

/** Returns the id of a subscription as given; throws `InvalidResourceId` unless it is a GUID. */
export function parseSubscriptionId(id: string): string {
  if (!guidPattern.test(id)) throw new InvalidResourceId(id, 'the id of a subscription is a GUID')
  return id
}
