import type { DemoWorld } from '@portal/portal-api'
import { useEffect, useEffectEvent, useRef, useSyncExternalStore, useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { Account } from '../../../auth/authentication.ts'
import { tabStorage } from '../../../drafts/draft-storage.ts'
import { elementsShowing } from '../../../ui/shows.ts'
import {
  type AnsweredCommand,
  type AudienceState,
  lineName,
  presenterCommand,
  type AudienceMessage,
  type PresenterCommand,
} from '../../presenting/messages.ts'
import { keepPairing, notePresenter, pairingParameter } from '../../presenting/pairing.ts'
import { bringIntoView } from '../../steps/bring-into-view.ts'
import { useCommands, type SendChange } from './use-commands.ts'
import '../../tour/tour.css'

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
    const stop = bringIntoView({
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
