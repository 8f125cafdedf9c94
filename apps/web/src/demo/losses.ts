import { sameResourceId, type Scenario } from '@portal/portal-api'
import { accountDrafts } from '../drafts/account-drafts.ts'
import { imageVersionDraft } from '../drafts/image-version-drafts.ts'
import { planOfScenario } from './scenario-draft.ts'

interface Around {
  scenarios: readonly Scenario[]
  /** the scenario that the user tries in this tab: its draft and its version are not the user's own */
  running: Scenario | undefined
}

/**
 * The draft of the account that the scenario would replace, as `ubuntu-web 1.0.0` names it; undefined if there is none,
 * or none with anything that the user has entered.
 */
export function draftLost(scenario: Scenario, accountKey: string, { scenarios, running }: Around): string | undefined {
  const definition = planOfScenario(scenario)?.imageDefinitionId
  if (definition === undefined) return undefined
  const draft = accountDrafts(accountKey).find(
    ({ kind, openedWith }) => kind === 'imageVersion' && sameResourceId(openedWith, definition),
  )
  if (draft === undefined || isVersionOf(running, versionId(definition, draft.name))) return undefined
  const kept = JSON.stringify(imageVersionDraft(accountKey, definition).load()?.plan)
  if (scenarios.some((other) => JSON.stringify(planOfScenario(other)) === kept)) return undefined
  return versionId(definition, draft.name)
}

/** Those of the IDs that the scenario deletes which the user has not created by trying the one that is running. */
export function resourcesLost(scenario: Scenario, removed: readonly string[], { running }: Around): string[] {
  return running?.id === scenario.id ? [] : removed.filter((id) => !isVersionOf(running, id))
}

function isVersionOf(scenario: Scenario | undefined, id: string): boolean {
  const { draft, resourceIds: [definition] = [] } = scenario ?? {}
  return draft !== undefined && definition !== undefined && sameResourceId(versionId(definition, draft.version), id)
}

function versionId(definition: string, name: string): string {
  return name === '' ? definition : `${definition}/versions/${name}`
}
