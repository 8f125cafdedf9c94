import * as api from '@portal/portal-api'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { alertFacts, assignPolicies } from '../../azure/estate/key-alerts/alert-facts.ts'
import { surveyKeyHealth } from '../../azure/estate/key-health/survey-key-health.ts'
import { route } from '../route.ts'

/** The health of all keys: what Resource Graph knows, and the keys themselves. */
export function keySurveyRoutes(keys: KeyReader) {
  return [
    route(api.surveyKeyHealth, (asked, { azure }) => surveyKeyHealth(azure, asked)),
    route(api.getAlertFacts, ({ subscriptionId }, { azure }) => alertFacts(azure, subscriptionId)),
    route(api.assignPolicies, (asked, { azure }) => assignPolicies(azure, asked)),
    route(api.readKeys, async ({ keys: addresses, freshness }, asker) => {
      const read = await keys.keysAt(asker, addresses, freshness)
      return {
        now: asker.azure.now(),
        keys: addresses.flatMap(({ keyUrl }, index) => {
          const key = read[index]
          return key === undefined ? [] : [{ keyUrl, key }]
        }),
      }
    }),
  ]
}
