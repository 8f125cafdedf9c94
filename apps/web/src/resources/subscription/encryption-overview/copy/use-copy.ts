import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { directoriesQuery } from '../../../../api/account-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { readNextOfCopy, type CopyInProgress } from './take-copy.ts'

interface Options {
  /** one that was begun before */
  initial?: CopyInProgress | undefined
  /** after each request; undefined for a copy that was discarded */
  onRead?: (copy: CopyInProgress | undefined) => void
  /** what is done with the whole copy; as long, it counts as being read */
  onDone?: (copy: CopyInProgress, signal: AbortSignal) => Promise<void>
}

/** A copy that is read until it is done, stopped, or fails; it goes on from where it was. */
export function useCopy({ initial, onRead, onDone }: Options) {
  const { account } = useSignedIn()
  const directories = useQuery(directoriesQuery({ account })).data
  const [copy, setCopy] = useState(initial)
  const [error, setError] = useState<Error>()
  const [isReading, setReading] = useState(false)
  const reading = useRef<AbortController>(undefined)
  useEffect(() => () => reading.current?.abort(), [])

  async function read(from: CopyInProgress, signal: AbortSignal) {
    const own = directories?.find(({ tenantId }) => tenantId === account.tenantId)
    const [displayName, defaultDomain] = [own?.displayName, own?.defaultDomain]
    const isKnown = displayName !== undefined && defaultDomain !== undefined
    const taker = { account, directory: isKnown ? { displayName, defaultDomain } : undefined }
    let current = from
    while (current.part !== 'done') {
      current = await readNextOfCopy(current, taker, signal)
      signal.throwIfAborted()
      setCopy(current)
      onRead?.(current)
    }
    await onDone?.(current, signal)
  }
  function start(from: CopyInProgress) {
    const { signal } = (reading.current = new AbortController())
    setCopy(from)
    setError(undefined)
    setReading(true)
    read(from, signal)
      .catch((failure: unknown) => {
        if (!signal.aborted) setError(failure instanceof Error ? failure : new Error(String(failure)))
      })
      .finally(() => setReading(false))
  }
  function discard() {
    setCopy(undefined)
    setError(undefined)
    onRead?.(undefined)
  }
  return { copy, isReading, error, start, stop: () => reading.current?.abort(), discard }
}
