import { parseVersionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { ancestorsOf } from '../../azure/estate/image-version-uses/ancestors.ts'
import { browseImageVersionUses } from '../../azure/estate/image-version-uses/browse-image-version-uses.ts'
import { countImageVersionUses } from '../../azure/estate/image-version-uses/count-image-version-uses.ts'
import { descendantsOf } from '../../azure/estate/image-version-uses/descendants.ts'
import { recordedChanges } from '../../azure/estate/recorded-changes.ts'
import { route } from '../route.ts'

/** What was created from an image version, and the changes that Azure recorded. */
export const imageVersionUseRoutes = [
  route(api.browseImageVersionUses, (asked, { azure }) => browseImageVersionUses(azure, asked)),
  route(api.countImageVersionUses, ({ imageVersionId }, { azure }) => countImageVersionUses(azure, imageVersionId)),
  route(api.listDescendants, ({ imageVersionId }, { azure }) => descendantsOf(azure, parseVersionId(imageVersionId))),
  route(api.listAncestors, ({ imageVersionId }, { azure }) => ancestorsOf(azure, parseVersionId(imageVersionId))),
  route(api.listRecordedChanges, (asked, { azure }) => recordedChanges(azure, asked)),
]
