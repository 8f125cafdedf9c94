import { formatResourceId, InvalidResourceId } from '@portal/arm'
import { exampleSubscriptionId, type ImportContext } from './imported-version.ts'

/**
 * The ID for a tool's `nameOrId`: a path is an ID already, a bare name is looked up in the subscription and resource
 * group of `context`. '' stays ''; an invalid name stays as written, for `check` to report.
 */
export function idOf(type: string, nameOrId: string, context: ImportContext): string {
  if (nameOrId === '' || nameOrId.includes('/')) return nameOrId
  const [provider = '', ...types] = type.split('/')
  const { subscriptionId, resourceGroupName } = context
  try {
    return formatResourceId({
      subscriptionId: subscriptionId === '' ? exampleSubscriptionId : subscriptionId,
      resourceGroupName,
      provider,
      types,
      names: [nameOrId],
    })
  } catch (error) {
    if (error instanceof InvalidResourceId) return nameOrId
    throw error
  }
}
