// Browser and BFF name resources by their ids; both read them the same way.
export {
  formatResourceId,
  parentResourceId,
  resourceNameOf,
  resourceType,
  sameResourceId,
  tryParseResourceId,
} from '@portal/arm'
export type { ResourceId } from '@portal/arm'
