import { InvalidResourceId } from '@portal/arm'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Returns the id of a subscription as given; throws `InvalidResourceId` unless it is a GUID. */
export function parseSubscriptionId(id: string): string {
  if (!guid.test(id)) throw new InvalidResourceId(id, 'the id of a subscription is a GUID')
  return id
}
