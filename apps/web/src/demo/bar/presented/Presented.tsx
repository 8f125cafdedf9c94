import type { DemoWorld } from '@portal/portal-api'
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { Account } from '../../../auth/authentication.ts'
import type { AnsweredCommand, AudienceState } from '../../presenting/messages.ts'
import { keepPairing, notePresenter, pairingParameter } from '../../presenting/pairing.ts'
import { audienceLine, type AudienceLine } from './audience-line.ts'
import { useCommands, type SendChange } from './use-commands.ts'
import { usePointing } from './use-pointing.ts'

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
