import { lineName, presenterCommand, type AudienceMessage, type PresenterCommand } from '../../presenting/messages.ts'

export interface AudienceLine {
  /** does nothing while another tab is the audience's window */
  say(message: AudienceMessage): void
  end(): void
}

/**
 * Connects this tab with the presenter's window. It holds a lock while it is open, by which the presenter learns that
 * it was closed; of several tabs of a pair (a duplicated one), only the first is the audience's. `onCommand` gets what
 * the presenter asks, and 'hello' as soon as this tab is the audience's.
 */
export function audienceLine(pairing: string, onCommand: (command: PresenterCommand) => void): AudienceLine {
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
