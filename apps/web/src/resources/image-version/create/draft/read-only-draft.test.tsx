// @vitest-environment happy-dom
import { blankPlan } from '@portal/image-version'
import { imageDefinitionId } from '@portal/image-version/testing'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ClaimsChallengeContext } from '../../../../auth/claims-challenge.ts'
import { SignedInContext, type SignedIn } from '../../../../auth/use-authentication.ts'
import { imageVersionDraft, startedPreparation } from '../../../../drafts/image-version-drafts.ts'
import { ReadOnlyDraft } from '../../../../drafts/read-only-draft.ts'
import { unanswered } from '../../../../drafts/unanswered-write.ts'
import { useSubmission } from '../../../../patterns/change/use-submission.ts'
import type { Created } from '../creation/submission.ts'
import { useDraft } from './use-draft.ts'

const id = `${imageDefinitionId}/versions/7.7.7`
const user = { account: { key: 'ada' } } as SignedIn
const outcome = { state: 'created', id } as const

/** The wizard without its fields, on a draft of this tab or of another one. */
function openPage({ isReadOnly }: { isReadOnly: boolean }) {
  const calls = { submit: vi.fn(async () => outcome), reconcile: vi.fn(async () => outcome) }
  const page = { name: '', edit: (_: string) => {}, send: () => {}, forget: () => {} }
  function Wizard() {
    const { plan, edit, preparation } = useDraft('ada', imageDefinitionId)
    const { send } = useSubmission<Created>({
      kind: 'creation',
      account: { key: 'ada' },
      id,
      action: 'create-image-version',
      ...calls,
      onOutcome: () => {},
    })
    Object.assign(page, {
      name: plan.name,
      edit: (name: string) => edit({ type: 'setFields', fields: { name } }),
      send,
      forget: preparation.forget,
    })
    return null
  }
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <SignedInContext value={user}>
        <ClaimsChallengeContext value={{ challenge: () => {} }}>
          <ReadOnlyDraft value={isReadOnly}>
            <Wizard />
          </ReadOnlyDraft>
        </ClaimsChallengeContext>
      </SignedInContext>
    </QueryClientProvider>,
  )
  return { page, calls, unmount }
}

afterEach(() => {
  cleanup()
  localStorage.clear()
})

it.each([
  ['another tab’s draft is neither changed nor stored nor sent', true, '7.7.7', 0],
  ['this tab’s draft is', false, '8.8.8', 1],
])('%s', async (_, isReadOnly, name, sent) => {
  const draft = imageVersionDraft('ada', imageDefinitionId)
  draft.save({ plan: { ...blankPlan(imageDefinitionId), name: '7.7.7' }, batchSize: null })
  const { page, calls, unmount } = openPage({ isReadOnly })
  await act(async () => page.edit('8.8.8'))
  expect(page.name).toBe(name)
  await act(async () => page.send())
  expect(calls.submit).toHaveBeenCalledTimes(sent)
  unmount()
  expect(localStorage.getItem(draft.key)).toContain(`"name":"${name}"`)
})

it('an answer that another tab waits for is looked for there alone', async () => {
  unanswered.sent('creation', 'ada', id)
  const { calls } = openPage({ isReadOnly: true })
  await act(async () => {})
  expect(calls.reconcile).not.toHaveBeenCalled()
  cleanup()
  const own = openPage({ isReadOnly: false })
  await act(async () => {})
  expect(own.calls.reconcile).toHaveBeenCalled()
})

it('what Azure makes for another tab’s draft is that tab’s to choose and to forget', async () => {
  const preparation = startedPreparation('ada', imageDefinitionId)
  preparation.save({ deploymentId: 'deployment', plan: blankPlan(imageDefinitionId) })
  const { page } = openPage({ isReadOnly: true })
  await act(async () => page.forget())
  expect(preparation.load()?.deploymentId).toBe('deployment')
})
