import { parseGalleryId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { getGallery, listGalleries } from '../azure/galleries/galleries.ts'
import { listImageDefinitions } from '../azure/galleries/image-definitions.ts'
import { parseSubscriptionId } from '../azure/subscriptions/subscription-id.ts'
import { route } from './route.ts'

export const galleryRoutes = [
  route(api.listGalleries, ({ subscriptionId }, { azure }) =>
    listGalleries(azure, parseSubscriptionId(subscriptionId)),
  ),
  route(api.getGallery, ({ id }, { azure }) => getGallery(azure, parseGalleryId(id))),
  route(api.listImageDefinitions, ({ galleryId }, { azure }) => listImageDefinitions(azure, parseGalleryId(galleryId))),
]
