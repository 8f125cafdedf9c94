import { useEffect, useState } from 'react'
import type { ImportOutcome, ImportReader } from './import-reader.ts'
import type { ImportQuestion } from './import-worker.ts'

/**
 * The result of reading `question`, undefined while reading or if there is no question. A new question ends the reading
 * of the previous one.
 */
export function useReading(reader: ImportReader, question: ImportQuestion | undefined): ImportOutcome | undefined {
  const [ended, setEnded] = useState<{ question: ImportQuestion; outcome: ImportOutcome }>()
  useEffect(() => {
    if (question === undefined) return undefined
    const reading = new AbortController()
    const read = async () => {
      const outcome = await reader.read(question, reading.signal)
      if (reading.signal.aborted) return
      setEnded({ question, outcome })
      // If another build of the portal is served by now, the page is reloaded, as for any missing chunk.
      if (outcome.state === 'unavailable') window.dispatchEvent(new Event('vite:preloadError'))
    }
    void read()
    return () => reading.abort()
  }, [reader, question])
  return ended?.question === question ? ended?.outcome : undefined
}
