import * as api from '@portal/portal-api'
import { readPostureLimits } from '../../azure/estate/posture/posture-limits.ts'
import { readPosture } from '../../azure/estate/posture/posture.ts'
import { route } from '../route.ts'

/** How much of the estate is encrypted with whose keys, and what the user can't read of it. */
export const postureRoutes = [
  route(api.getPosture, ({ of }, { azure }) => readPosture(azure, of)),
  route(api.getPostureLimits, (_, { azure }) => readPostureLimits(azure)),
]
