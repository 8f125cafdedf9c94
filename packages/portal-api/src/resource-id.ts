// Browser and BFF identify resources by their IDs; both parse them in the same way.
export {
  formatResourceId,
  guidPattern,
  parentResourceId,
  resourceNameOf,
  resourceType,
  sameResourceId,
  tryParseResourceId,
} from '@portal/arm'
export type { ResourceId } from '@portal/arm'
