import {
  getDemo,
  getRehearsal,
  getSignIn,
  listDirectories,
  listRemovedByScenario,
  listScenarios,
  listUnderWay,
} from '@portal/portal-api'
import { read, watch, type QueryUser } from './read.ts'

/** The directories that the account's person can work in. */
export const directoriesQuery = read('account', listDirectories, { staleTime: Infinity })

/** How the account signed in; a step-up changes it. */
export const signInQuery = read('account', getSignIn, { staleTime: 0 })

/** The simulated Azure of the account: its people, its clock. */
export const demoQuery = read('demo', getDemo)

/** What was done in the simulated Azure, as of now. */
export const rehearsalQuery = read('demo', getRehearsal, { staleTime: 0, gcTime: 0 })

/** What the simulated Azure can show. */
export const scenariosQuery = read('demo', listScenarios, { staleTime: Infinity })

/** IDs of what the account has created and a scenario deletes when it begins. */
export const removedByScenarioQuery = read('demo', listRemovedByScenario, { staleTime: 0, gcTime: 0 })

const idleMs = 15_000
const unwatchedMs = 60_000

const listed = watch(read('operation', listUnderWay, { refetchOnWindowFocus: true }), ({ data, hasFailed, pollMs }) => {
  if (hasFailed) return unwatchedMs
  if (data !== undefined && data.items.length > 0) return pollMs
  return document.hasFocus() ? idleMs : unwatchedMs
})

/**
 * Azure's operations in progress: refreshed at short intervals while there are any, otherwise every 15 s, and once a
 * minute if the window has no focus or the last request failed; not at all while the page is hidden.
 */
export function underWayQuery(user: QueryUser): ReturnType<typeof listed> {
  return { ...listed(user), staleTime: user.configuration.replicationPollMs }
}
