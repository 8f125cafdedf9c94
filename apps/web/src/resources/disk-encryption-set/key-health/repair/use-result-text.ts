import type { Cause } from '@portal/disk-encryption'
import { useTexts } from '../../../../i18n/language.ts'
import { failureOf } from '../../../../patterns/problem/failure.ts'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'
import type { PlannedChange } from './planned-change.ts'
import type { ChangeTurn } from './use-repair-run.ts'

/** The result of all changes as a text to be copied: a line for each set with its state and, if it failed, why. */
export function useResultText(
  cause: Cause,
  changes: readonly PlannedChange[],
  turns: ReadonlyMap<string, ChangeTurn>,
): string {
  const texts = useKeyHealthTexts()
  const { failure } = useTexts()
  const title = texts.repair.title(texts.causes.names[cause.code] ?? cause.code, cause.keyVaultName)
  const lines = changes.flatMap(({ id, sets }) => {
    const turn = turns.get(id)
    const state = texts.repair.states[turn?.state ?? 'nothing']
    const reason = turn?.state === 'failed' ? reasonOf(turn.error, failure.correlationId) : ''
    return sets.map((set) => [set.name, state, reason, set.id].filter((part) => part !== '').join('\t'))
  })
  return [title, ...lines].join('\n')
}

function reasonOf(error: unknown, correlationId: string): string {
  const { code, problem, correlationId: id } = failureOf(error)
  const azure = problem?.azure && `${problem.azure.code}: ${problem.azure.message}`
  return [azure ?? code, id && `${correlationId}: ${id}`].filter(Boolean).join(' · ')
}
