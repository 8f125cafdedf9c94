import { type DemoWorld, advanceDemoClock, openDemoWorld, resetDemo, type Person } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useSyncExternalStore, useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { demoQuery } from '../../../api/account-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { type Account, signIn } from '../../../auth/authentication.ts'
import { tabStorage } from '../../../drafts/browser-storage.ts'
import { demoStartPath, scenarioAt } from '../../../paths.ts'
import '../../tour/tour.css'
import { foldCodePane } from '../../../patterns/code/use-code-pane.ts'
import { elementsShowing } from '../../../ui/shows.ts'
import { agreeToBegin, begunBy } from '../../beginning.ts'
import { chooseScenario } from '../../chosen-scenario.ts'
import { forgetDemo } from '../../demo-reset.ts'
import { personOfName } from '../../presenting/demo-person.ts'
import {
  type AnsweredCommand,
  type AudienceState,
  lineName,
  presenterCommand,
  type AudienceMessage,
  type PresenterCommand,
  type CommandOutcome,
} from '../../presenting/messages.ts'
import { keepPairing, notePresenter, pairingParameter } from '../../presenting/pairing.ts'
import { isPresentablePage } from '../../presenting/presentable-page.ts'
import { storedWorlds } from '../../saved-worlds/stored-worlds.ts'
import { keepInView } from '../../steps/scroll-into-view.ts'
import type { DemoChange } from '../use-demo.ts'
import { useStepActs } from '../use-step-acts.ts'

interface PresentedProps {
  pairing: string
  account: Account
  world: DemoWorld
  /** when `world` was received, ms since 1970 in real time */
  receivedAt: number
  change: SendChange
}

/** Makes this tab the audience's window: it does what the presenter asks, and says what is seen. It shows nothing. */
export function Presented({ pairing, account, world, receivedAt, change }: PresentedProps) {
  const line = useRef<AudienceLine>(undefined)
  const title = useSyncExternalStore(subscribeToTitle, () => document.title)
  const [path, navigate] = useLocation()
  const point = usePointing()
  const perform = useCommands({ account, people: world.people, change, point })

  useEffect(() => {
    keepPairing(pairing)
    const query = new URLSearchParams(window.location.search)
    if (!query.has(pairingParameter)) return
    query.delete(pairingParameter)
    navigate(query.size === 0 ? path : `${path}?${query}`, { replace: true })
  }, [pairing, path, navigate])

  const { me, people, clock, underWay } = world
  const say = useEffectEvent(() => {
    const state: AudienceState = { type: 'state', title, world: { me, people, clock, underWay }, receivedAt }
    line.current?.say(state)
  })
  const done = useEffectEvent(async (command: AnsweredCommand) => {
    const outcome = await perform(command)
    line.current?.say({ type: 'done', id: command.id, outcome })
  })
  useEffect(() => {
    // One after the other: each begins in the state that the one before has left.
    let before: Promise<unknown> = Promise.resolve()
    let stopNoting = () => {}
    const opened = audienceLine(pairing, (command) => {
      stopNoting()
      stopNoting = notePresenter(pairing)
      if (command.type === 'hello') return say()
      before = before.then(() => done(command))
    })
    line.current = opened
    return () => {
      stopNoting()
      opened.end()
      line.current = undefined
    }
  }, [pairing])
  useEffect(() => say(), [pairing, title, world, receivedAt])
  return null
}

function subscribeToTitle(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.head, { subtree: true, childList: true, characterData: true })
  return () => observer.disconnect()
}

interface AudienceLine {
  /** does nothing while another tab is the audience's window */
  say(message: AudienceMessage): void
  end(): void
}

/**
 * Connects this tab with the presenter's window. It holds a lock while it is open, by which the presenter learns that
 * it was closed; of several tabs of a pair (a duplicated one), only the first is the audience's. `onCommand` gets what
 * the presenter asks, and 'hello' as soon as this tab is the audience's.
 */
function audienceLine(pairing: string, onCommand: (command: PresenterCommand) => void): AudienceLine {
  const channel = new BroadcastChannel(lineName(pairing))
  const ended = new AbortController()
  let isOurs = false

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const command = presenterCommand.safeParse(data)
    if (isOurs && command.success) onCommand(command.data)
  }
  const hold = () => {
    isOurs = true
    onCommand({ type: 'hello' })
    return new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()))
  }
  // Rejects when it ends before its turn, and in a document that is unloading.
  void navigator.locks.request(lineName(pairing), { signal: ended.signal }, hold).catch(() => undefined)
  return {
    say: (message) => void (isOurs && channel.postMessage(message)),
    end() {
      isOurs = false
      channel.close()
      ended.abort()
    },
  }
}

const storageKey = 'pointed-at'

/**
 * Brings what a presented step points at to the middle of the window, and rings it until it has not moved for a moment:
 * the first element that shows the code, as soon as it is there. Whoever scrolls or presses something is not disturbed.
 * Returns the way to point: with another person, after the load of the page that their sign-in ends with.
 */
function usePointing() {
  const [code, setCode] = useState(() => tabStorage.get(storageKey))
  useEffect(() => {
    if (code === undefined) return
    const { dataset } = document.documentElement
    let pointed: HTMLElement | undefined
    const unmark = () => pointed?.removeAttribute('data-tour-subject')
    const stop = keepInView({
      find() {
        const [element] = elementsShowing(code)
        if (element !== pointed) unmark()
        pointed = element
        return element
      },
      scroll(element) {
        if (!element.hasAttribute('data-tour-subject')) element.setAttribute('data-tour-subject', '')
        toMiddle(element)
      },
      onSettled() {
        tabStorage.remove(storageKey)
        setCode(undefined)
      },
    })
    dataset['tour'] = ''
    return () => {
      stop()
      unmark()
      delete dataset['tour']
    }
  }, [code])
  return useCallback((next: string | undefined, isAfterLoad: boolean) => {
    if (next === undefined) tabStorage.remove(storageKey)
    else tabStorage.set(storageKey, next)
    setCode(isAfterLoad ? undefined : next)
  }, [])
}

/** Into the middle between the bars and the buttons at the foot; what is higher than that begins at its top. */
function toMiddle(element: HTMLElement): void {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  const room = window.innerHeight - parseFloat(scrollPaddingTop) - parseFloat(scrollPaddingBottom)
  element.scrollIntoView({ block: element.offsetHeight > room ? 'start' : 'center', inline: 'nearest' })
}

/** Changes the simulated Azure; resolves once the pages have been read again. */
type SendChange = (change: DemoChange) => Promise<unknown>

type Checkpoint = Extract<AnsweredCommand, { type: 'start' }>['checkpoint']

interface Of {
  account: Account
  people: readonly Person[]
  change: SendChange
  /** points at what shows a code, or at nothing; after the next load of the page, if someone else signs in first */
  point: (code: string | undefined, isAfterLoad: boolean) => void
}

/** Does what the presenter asks, with what the demo's own buttons do. Never rejects. */
function useCommands({ account, people, change, point }: Of) {
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const { mutateAsync: act } = useStepActs(change)

  /** The world of a checkpoint; undefined: it stays as it is, 'noWorld': none of that name is kept. */
  async function worldOf({ reset, world, clock }: Checkpoint): Promise<DemoWorld | 'noWorld' | undefined> {
    let changed: DemoWorld | undefined
    if (world !== undefined) {
      const kept = (await storedWorlds()).find(({ name }) => name === world)
      if (kept === undefined) return 'noWorld'
      changed = await call(openDemoWorld, { file: JSON.stringify(kept.world) })
    } else if (reset === true) {
      changed = await call(resetDemo, {})
      await forgetDemo(account)
    }
    return clock === undefined ? changed : call(advanceDemoClock, { minutes: clock })
  }

  async function start(checkpoint: Checkpoint): Promise<CommandOutcome> {
    const { scenario, person, page } = checkpoint
    // Nothing is changed for a step that can't be shown.
    if (page !== undefined && !isPresentablePage(page)) return 'unknownPage'
    const asked = person === undefined ? undefined : personOfName(people, person)
    if (person !== undefined && asked === undefined) return 'unknownPerson'
    const changed = await worldOf(checkpoint)
    if (changed === 'noWorld') return 'noWorld'
    if (changed !== undefined) {
      queryClient.setQueryData(demoQuery({ account }).queryKey, changed)
      queryClient.removeQueries({ type: 'inactive' })
    }
    // What an earlier step has opened is not in the way of this one.
    foldCodePane()
    const isSomeoneElse = asked !== undefined && asked.userPrincipalName !== account.username
    point(checkpoint.point, isSomeoneElse)
    // A presenter knows what the step replaces: their audience is asked nothing.
    const state = begunBy('presenter')
    if (scenario !== undefined) navigate(demoStartPath(scenario), { state })
    else {
      chooseScenario(undefined)
      if (isSomeoneElse) {
        const begun = page === undefined ? undefined : scenarioAt(page)
        if (begun !== undefined) agreeToBegin(begun, 'presenter')
        void signIn({ loginHint: asked.userPrincipalName, ...(page !== undefined && { returnTo: page }) })
      } else if (page !== undefined) navigate(page, { state })
    }
    // The page that follows has asked already; one that stays asks again.
    if (changed !== undefined) void queryClient.invalidateQueries()
    return 'done'
  }

  async function perform(command: AnsweredCommand): Promise<CommandOutcome> {
    switch (command.type) {
      case 'start':
        return start(command.checkpoint)
      case 'person': {
        const asked = personOfName(people, command.person)
        if (asked === undefined) return 'unknownPerson'
        void signIn({ loginHint: asked.userPrincipalName })
        return 'done'
      }
      case 'rate':
        await change({ type: 'rate', rate: command.rate })
        return 'done'
      case 'advance':
        await change({ type: 'advance', minutes: command.minutes })
        return 'done'
      case 'act':
        await act({ act: command.act, id: command.scenario })
        return 'done'
      case 'finish':
        await change({ type: 'finish' })
        return 'done'
      case 'reset':
        await change({ type: 'reset', isWhole: true })
        return 'done'
    }
  }
  return (command: AnsweredCommand) => perform(command).catch((): CommandOutcome => 'refused')
}
