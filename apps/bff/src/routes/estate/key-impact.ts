import * as api from '@portal/portal-api'
import { browseKeys } from '../../azure/estate/key-impact/browse-keys.ts'
import { deletedVersionsNearKey } from '../../azure/estate/key-impact/deleted-versions-near-key.ts'
import { keyImpact } from '../../azure/estate/key-impact/key-impact.ts'
import { route } from '../route.ts'

/** What depends on a key. */
export const keyImpactRoutes = [
  route(api.getKeyImpact, (asked, { azure }) => keyImpact(azure, asked)),
  route(api.listDeletedVersionsNearKey, ({ keyUrl }, { azure }) => deletedVersionsNearKey(azure, keyUrl)),
  route(api.browseKeys, (asked, { azure }) => browseKeys(azure, asked)),
]
