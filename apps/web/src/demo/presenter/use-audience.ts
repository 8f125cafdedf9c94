import { useEffect, useRef, useState } from 'react'
import type { PresenterWish } from '../presenting/messages.ts'
import { presenterLine, unconnected, type LineState, type PresenterLine } from './presenter-line.ts'

/** The audience's window, and the way to have it do something. */
export interface Audience extends LineState {
  send: (wish: PresenterWish) => void
}

/** The audience's window of a pair. */
export function useAudience(pairing: string): Audience {
  const [state, setState] = useState(unconnected)
  const line = useRef<PresenterLine>(undefined)
  useEffect(() => {
    const opened = presenterLine(pairing, setState)
    line.current = opened
    return () => {
      line.current = undefined
      opened.end()
    }
  }, [pairing])
  return { ...state, send: (wish) => line.current?.send(wish) }
}
