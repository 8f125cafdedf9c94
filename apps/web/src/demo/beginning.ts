import { tabStorage } from '../drafts/browser-storage.ts'

/**
 * What has led to the address of a scenario: a `link`, which can be anyone's; a control of the `portal`; the
 * `presenter`, who knows their script; or the sign-in as the scenario's person, after the user has `agreed`.
 */
export type Beginning = 'link' | 'portal' | 'presenter' | 'agreed'

const storageKey = 'scenario-agreed'

/** The state of a navigation to a scenario's address: another site can't give its links one. */
export function begunBy(beginning: 'portal' | 'presenter'): { beginning: string } {
  return { beginning }
}

/** What has led to this address of the scenario. */
export function beginningOf(scenarioId: string): Beginning {
  const [id, agreed] = tabStorage.get(storageKey)?.split(' ') ?? []
  if (id === scenarioId) return agreed === 'presenter' ? 'presenter' : 'agreed'
  const state: unknown = window.history.state
  const by = typeof state === 'object' && state !== null && 'beginning' in state ? state.beginning : undefined
  return by === 'portal' || by === 'presenter' ? by : 'link'
}

/** The sign-in as the scenario's person comes next, and then there is nothing to ask again. */
export function agreeToBegin(scenarioId: string, beginning: Beginning): void {
  tabStorage.set(storageKey, `${scenarioId} ${beginning === 'presenter' ? 'presenter' : 'agreed'}`)
}

/** An agreement is for one sign-in. */
export function forgetAgreement(): void {
  tabStorage.remove(storageKey)
}
