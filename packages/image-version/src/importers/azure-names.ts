import { formatResourceId, InvalidResourceId } from '@portal/arm'
import { exampleSubscriptionId, type ImportContext } from './imported-version.ts'

/**
 * The id of what a tool finds by `nameOrId`: a path is an id as it is, a bare name is looked up in the subscription and
 * resource group of `context`. '' stays ''; a name that Azure does not allow stays as written, for `check` to judge.
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
