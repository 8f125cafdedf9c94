// @vitest-environment happy-dom
import { imageVersionId, tryImageVersionId } from '@portal/image-version'
import { imageDefinitionId } from '@portal/image-version/testing'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import { array, assert, asyncProperty, constant, constantFrom, oneof, record } from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NetworkFailure, PortalProblem } from '../../../../api/failures.ts'
import { SignInNeeded } from '../../../../auth/authentication.ts'
import { ClaimsChallengeContext } from '../../../../auth/claims-challenge.ts'
import { SignedInContext, type SignedIn } from '../../../../auth/use-authentication.ts'
import { useSubmission } from '../../../../patterns/change/use-submission.ts'
import { useDraft } from '../draft/use-draft.ts'
import { reconcile, submit, type Asked, type Created, type SubmissionCalls } from './submission.ts'

const user = { account: { key: 'ada' } } as SignedIn

type Fate = 'done' | 'answer lost' | 'never arrived' | 'session ended'

/**
 * A portal whose responses arrive when the test releases them. It detects a page that sends again although it can't
 * know the result of the last time.
 */
function aServer() {
  const stored = new Set<string>()
  const puts: string[] = []
  const faults: string[] = []
  let fate: Fate = 'done'
  let isUnclear = false
  let answer: (() => void) | undefined

  const create = ({ plan }: Asked) => {
    const id = imageVersionId(plan)
    if (answer) faults.push('sent while an answer is due')
    if (isUnclear) faults.push('sent without a look at Azure')
    const own = fate
    isUnclear = own !== 'session ended'
    if ((own === 'done' || own === 'answer lost') && !stored.has(id)) {
      stored.add(id)
      puts.push(id)
    }
    return new Promise<{ id: string }>((resolve, reject) => {
      answer = () => {
        answer = undefined
        if (own === 'session ended') reject(new SignInNeeded())
        else if (own === 'done') {
          isUnclear = false
          resolve({ id })
        } else reject(new NetworkFailure('c', new Error('socket hang up')))
      }
    })
  }
  const read = (id: string) => {
    isUnclear = false
    const missing = {
      type: 'about:blank',
      title: '',
      status: 404,
      code: 'NotFoundInAzure',
      correlationId: 'c',
    } as const
    return stored.has(id) ? Promise.resolve({}) : Promise.reject(new PortalProblem(missing))
  }
  return {
    calls: { create, read, work: () => Promise.resolve([]) } satisfies SubmissionCalls,
    puts,
    faults,
    next: (chosen: Fate) => (fate = chosen),
    answer: () => answer?.(),
    /** the page that waits for it has been closed */
    forget: () => (answer = undefined),
  }
}

type Server = ReturnType<typeof aServer>

/** The wizard without its fields: its draft, its submission, and the possible actions. */
function openPage(server: Server) {
  const page = { name: '', isBusy: false, isCreated: false, edit: (_: string) => {}, send: () => {} }
  function Wizard() {
    const { plan, edit, discard } = useDraft('ada', imageDefinitionId)
    const { submission, send } = useSubmission<Created>({
      kind: 'creation',
      account: { key: 'ada' },
      id: tryImageVersionId(plan) ?? '',
      action: 'create-image-version',
      submit: () => submit({ plan, batches: [] }, server.calls),
      reconcile: () => reconcile({ plan, batches: [] }, server.calls),
      onOutcome: (outcome) => {
        if (outcome.state !== 'created') return
        discard()
        page.isCreated = true
      },
    })
    page.name = plan.name
    page.isBusy = submission.state === 'sending' || submission.state === 'checking'
    page.edit = (name) => edit({ type: 'setFields', fields: { name } })
    page.send = send
    return null
  }
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <SignedInContext value={user}>
        <ClaimsChallengeContext value={{ challenge: () => {} }}>
          <Wizard />
        </ClaimsChallengeContext>
      </SignedInContext>
    </QueryClientProvider>,
  )
  const close = () => {
    window.dispatchEvent(new Event('pagehide'))
    server.forget()
    unmount()
  }
  return { page, close }
}

const steps = oneof(
  record({ type: constant('edit'), name: constantFrom('1.0.0', '2.0.0', '3.0.0') }),
  record({
    type: constant('send'),
    fate: constantFrom<Fate>('done', 'answer lost', 'never arrived', 'session ended'),
    clicks: constantFrom(1, 2),
  }),
  record({ type: constantFrom('answer', 'poll', 'reload', 'close', 'recover') }),
)
/** Everything answers again, and lost results are read. */
const inTheEnd = (['recover', 'answer', 'poll', 'answer', 'poll', 'answer'] as const).map((type) => ({ type }))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('W07: a lost answer that only a signed-in user can look for is still looked for after a reload', async () => {
  localStorage.clear()
  const server = aServer()
  const signedOut = { ...server, calls: { ...server.calls, read: () => Promise.reject(new SignInNeeded()) } }
  const { page, close } = openPage(signedOut)
  await act(async () => page.edit('1.0.0'))
  server.next('answer lost')
  await act(async () => page.send())
  await act(async () => server.answer())
  expect(page.isBusy).toBe(false)
  close()
  server.next('done')
  const reloaded = openPage(server)
  await act(async () => vi.advanceTimersByTimeAsync(0))
  await act(async () => server.answer())
  expect(reloaded.page.isCreated).toBe(true)
  expect(server.puts).toHaveLength(1)
  reloaded.close()
})

// The timeout is for a machine that has other things to do.
it('W14: in any order of editing, reloading, sending and closing nothing is sent twice and no draft is lost', async () => {
  await assert(
    asyncProperty(array(steps, { maxLength: 8 }), async (sequence) => {
      localStorage.clear()
      sessionStorage.clear()
      const server = aServer()
      let typed = ''
      let { page, close } = openPage(server)
      const reopen = () => {
        close()
        ;({ page, close } = openPage(server))
      }
      const take = async (step: (typeof sequence)[number]) => {
        if (step.type === 'edit' && !page.isBusy) page.edit((typed = step.name))
        if (step.type === 'send' && !page.isBusy && typed !== '') {
          server.next(step.fate)
          for (let click = 0; click < step.clicks; click++) page.send()
        }
        if (step.type === 'recover') server.next('done')
        if (step.type === 'answer') server.answer()
        if (step.type === 'poll') await vi.advanceTimersByTimeAsync(2000)
        if (step.type === 'close') sessionStorage.clear()
        if (step.type === 'close' || step.type === 'reload') reopen()
      }
      for (const step of [...sequence, ...inTheEnd]) {
        await act(() => take(step))
        if (page.isCreated) {
          typed = ''
          await act(async () => reopen())
        }
        expect(page.name).toBe(typed)
      }
      expect(page.isBusy).toBe(false)
      expect(server.faults).toEqual([])
      expect(server.puts).toEqual([...new Set(server.puts)])
      close()
    }),
    { numRuns: 1000 },
  )
}, 120_000)
