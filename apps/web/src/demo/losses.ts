import { sameResourceId, type Scenario } from '@portal/portal-api'
import { accountDrafts } from '../drafts/account-drafts.ts'
import { planOfScenario } from './scenario-draft.ts'

/**
 * The draft of the account that the scenario would replace, as `ubuntu-web 1.0.0` names it; undefined if there is none,
 * or none with anything that the user has entered. `running` is the scenario that they try in this tab: its draft and
 * its version are not their own.
 */
export function draftLost(scenario: Scenario, accountKey: string, running: Scenario | undefined): string | undefined {
  const definition = planOfScenario(scenario)?.imageDefinitionId
  if (definition === undefined) return undefined
  const draft = accountDrafts(accountKey).find(
    ({ kind, openedWith }) => kind === 'imageVersion' && sameResourceId(openedWith, definition),
  )
  if (draft === undefined || isVersionOf(running, versionId(definition, draft.name))) return undefined
  return versionId(definition, draft.name)
}

/** Those of the IDs that the scenario deletes which the user has not created by trying the one that is running. */
export function resourcesLost(scenario: Scenario, removed: readonly string[], running: Scenario | undefined): string[] {
  return running?.id === scenario.id ? [] : removed.filter((id) => !isVersionOf(running, id))
}

function isVersionOf(scenario: Scenario | undefined, id: string): boolean {
  const { draft, resourceIds: [definition] = [] } = scenario ?? {}
  return draft !== undefined && definition !== undefined && sameResourceId(versionId(definition, draft.version), id)
}

function versionId(definition: string, name: string): string {
  return name === '' ? definition : `${definition}/versions/${name}`
}
