import { parseDefinitionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { wizardInventoryOf } from '../azure/inventory/inventory.ts'
import { getSourceResource, listSourceResources } from '../azure/sources/sources.ts'
import { parseSubscriptionId } from '../azure/subscriptions/subscription-id.ts'
import { route } from './route.ts'

export const inventoryRoutes = [
  route(api.getInventory, ({ imageDefinitionId }, { azure }) =>
    wizardInventoryOf(azure, parseDefinitionId(imageDefinitionId)),
  ),
  route(api.listSourceResources, ({ subscriptionId }, { azure }) =>
    listSourceResources(azure, parseSubscriptionId(subscriptionId)),
  ),
  route(api.getSourceResource, ({ id }, { azure }) => getSourceResource(azure, id)),
]
