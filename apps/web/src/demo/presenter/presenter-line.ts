import {
  audienceMessage,
  lineName,
  type AudienceState,
  type CommandOutcome,
  type PresenterCommand,
  type PresenterWish,
} from '../presenting/messages.ts'
import { presenterLockName } from '../presenting/pairing.ts'

/** What the presenter knows of the audience's window. */
export interface LineState {
  isConnected: boolean
  /** what the audience sees, or saw last */
  seen: AudienceState | undefined
  /** a command is on its way */
  isBusy: boolean
  /** of the last command; undefined: none, or it was done */
  fault: Exclude<CommandOutcome, 'done'> | undefined
}

export const unconnected: LineState = { isConnected: false, seen: undefined, isBusy: false, fault: undefined }

export interface PresenterLine {
  /** of several while one is on its way, the last one is sent; so is a step's start once somebody is there */
  send(wish: PresenterWish): void
  end(): void
}

/**
 * Connects the presenter's window with the audience's of a pair, and calls back with what changes. The audience's
 * window holds a lock while it is there: getting it means that it has gone, for good or through a sign-in page.
 */
export function presenterLine(pairing: string, onChange: (state: LineState) => void): PresenterLine {
  const channel = new BroadcastChannel(lineName(pairing))
  const ended = new AbortController()
  let state = unconnected
  let sent: { id: string; wish: PresenterWish } | undefined
  let waiting: PresenterWish | undefined

  function change(next: Partial<LineState>) {
    state = { ...state, ...next, isBusy: sent !== undefined }
    onChange(state)
  }
  function sendWaiting() {
    if (waiting === undefined || sent !== undefined || !state.isConnected) return
    sent = { id: crypto.randomUUID(), wish: waiting }
    waiting = undefined
    channel.postMessage({ ...sent.wish, id: sent.id } satisfies PresenterCommand)
    change({ fault: undefined })
  }
  const gone = () => {
    // A window that is on its way to a sign-in might not have heard it any more.
    if (sent?.wish.type === 'start') waiting ??= sent.wish
    sent = undefined
    if (!ended.signal.aborted) change({ isConnected: false })
  }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = audienceMessage.safeParse(data).data
    if (message?.type === 'state') {
      const isNew = !state.isConnected
      change({ isConnected: true, seen: message })
      // Rejects when it ends before its turn.
      if (isNew) navigator.locks.request(lineName(pairing), { signal: ended.signal }, gone).catch(() => undefined)
      sendWaiting()
    } else if (message?.type === 'done' && message.id === sent?.id) {
      sent = undefined
      change({ fault: message.outcome === 'done' ? undefined : message.outcome })
      sendWaiting()
    }
  }
  // The audience's window learns by it that nobody presents any longer.
  const hold = () => new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()))
  navigator.locks.request(presenterLockName(pairing), { signal: ended.signal }, hold).catch(() => undefined)
  channel.postMessage({ type: 'hello' } satisfies PresenterCommand)
  return {
    send(wish) {
      // Nobody expects a person or a clock to change later; the step in hand is to be there.
      if (!state.isConnected && wish.type !== 'start') return
      waiting = wish
      sendWaiting()
    },
    end() {
      ended.abort()
      channel.close()
    },
  }
}
