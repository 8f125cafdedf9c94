import { keepNewest } from './bounded-cache.ts'

/** What has failed again and again under one key. */
interface Circuit<Last> {
  /** one after the other */
  failures: number
  /** when the next call can try; ms */
  nextTry: number
  /** what the last failure left behind */
  last: Last
}

interface Rules<Last> {
  /** ms */
  now: () => number
  isOpen: (circuit: Circuit<Last>) => boolean
}

interface Circuits<Last> {
  /** the circuit of a key if it is open and its next try is not due; its call is then refused */
  blocked(key: string): Circuit<Last> | undefined
  /** before a call that is not refused: whether it is the try of an open circuit, which no other call is for 10 s */
  takeTry(key: string): boolean
  get(key: string): Circuit<Last> | undefined
  fail(key: string, last: Last): void
  /** after a success */
  close(key: string): void
}

const betweenTriesMs = 10_000
const mostCircuits = 5_000

/**
 * Circuit breakers by key, of which `isOpen` decides when there have been enough failures in a row: of the calls of an
 * open one, one is let through every 10 s, until one succeeds.
 */
export function circuits<Last>({ now, isOpen }: Rules<Last>): Circuits<Last> {
  const failing = new Map<string, Circuit<Last>>()

  function openOne(key: string): Circuit<Last> | undefined {
    const circuit = failing.get(key)
    return circuit !== undefined && isOpen(circuit) ? circuit : undefined
  }

  return {
    blocked(key) {
      const circuit = openOne(key)
      return circuit !== undefined && now() < circuit.nextTry ? circuit : undefined
    },
    takeTry(key) {
      const circuit = openOne(key)
      if (circuit === undefined) return false
      circuit.nextTry = now() + betweenTriesMs
      return true
    },
    get: (key) => failing.get(key),
    fail(key, last) {
      const failures = (failing.get(key)?.failures ?? 0) + 1
      keepNewest(failing, [key, { failures, nextTry: now() + betweenTriesMs, last }], mostCircuits)
    },
    close: (key) => void failing.delete(key),
  }
}
