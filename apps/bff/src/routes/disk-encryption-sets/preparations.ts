import { type Preparation, preparationIssues } from '@portal/disk-encryption'
import * as api from '@portal/portal-api'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { preparationOptions } from '../../azure/disk-encryption-sets/preparation-options.ts'
import {
  getPreparation,
  listPreparations,
  parsePreparationId,
  retryPreparation,
  startPreparation,
} from '../../azure/disk-encryption-sets/preparations.ts'
import { previewPreparation } from '../../azure/disk-encryption-sets/preview-preparation.ts'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { route } from '../route.ts'

/** Making disk encryption sets with all that they need, by a deployment of Azure's. */
export function preparationRoutes(keys: KeyReader) {
  return [
    route(api.getPreparationOptions, (asked, { azure }) =>
      preparationOptions(azure, { ...asked, locations: asked.locations.split(',') }),
    ),
    route(api.previewPreparation, (preparation, { azure }) => previewPreparation(azure, wellFormed(preparation))),
    route(api.startPreparation, async (preparation, { azure }) => ({
      id: await startPreparation(azure, wellFormed(preparation)),
    })),
    route(api.retryPreparation, ({ id }, { azure }) => retryPreparation(azure, parsePreparationId(id))),
    route(api.getPreparation, async ({ id }, { azure, caller }) => {
      const preparation = await getPreparation(azure, parsePreparationId(id))
      // It has granted the new sets access to key vaults that might have been read before.
      if (preparation.state !== 'Running') keys.forget(caller)
      return preparation
    }),
    route(api.listPreparations, (group, { azure }) => listPreparations(azure, group)),
  ]
}

// The browser shows errors at their field; here, only valid names can get into the template.
function wellFormed(preparation: Preparation): Preparation {
  const [issue] = preparationIssues(preparation, { diskEncryptionSets: [] })
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue.code}`)
  return preparation
}
