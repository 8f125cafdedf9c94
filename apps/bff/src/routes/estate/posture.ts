import * as api from '@portal/portal-api'
import { readEstateCopyPage } from '../../azure/estate/estate-copy.ts'
import { galleryQuotas } from '../../azure/estate/gallery-quotas.ts'
import { readPostureLimits } from '../../azure/estate/posture/posture-limits.ts'
import { readPosture } from '../../azure/estate/posture/posture.ts'
import { route } from '../route.ts'

/** How much of the estate is encrypted with whose keys, what the user can't read of it, Azure's limits, and a copy. */
export const postureRoutes = [
  route(api.getPosture, ({ of }, { azure }) => readPosture(azure, of)),
  route(api.getPostureLimits, (_, { azure }) => readPostureLimits(azure)),
  route(api.readEstateCopy, (input, { azure }) => readEstateCopyPage(azure, input)),
  route(api.listGalleryQuotas, ({ subscriptionId }, { azure }) => galleryQuotas(azure, subscriptionId)),
]
