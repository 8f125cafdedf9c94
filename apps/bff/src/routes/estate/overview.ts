import * as api from '@portal/portal-api'
import { estateOverview } from '../../azure/estate/overview/estate-overview.ts'
import { failedResources } from '../../azure/estate/overview/failed-resources.ts'
import { recentDefinitions } from '../../azure/estate/overview/recent-definitions.ts'
import { route } from '../route.ts'

/** What Home shows, tile by tile. */
export const overviewRoutes = [
  route(api.getEstateOverview, (_, { azure }) => estateOverview(azure)),
  route(api.listFailedResources, (_, { azure }) => failedResources(azure)),
  route(api.listRecentDefinitions, (_, { azure }) => recentDefinitions(azure)),
]
