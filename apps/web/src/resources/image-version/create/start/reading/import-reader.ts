import { type ImportResult, longestImport } from '@portal/code'
import type { ImportQuestion, WorkerAnswer } from './import-worker.ts'

/**
 * The result of a reading: `tooLong` after the limit, `unavailable` if the worker did not load, `failed` after an error
 * of ours.
 */
export type ImportOutcome =
  | { state: 'read'; result: ImportResult }
  | { state: 'tooLong' }
  | { state: 'unavailable' }
  | { state: 'failed'; error: unknown }

/** What the reader needs of a `Worker`. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** Reads texts in a worker, one at a time. */
export interface ImportReader {
  /** Reads, and returns the result; returns nothing for a reading that `signal` ends. */
  read: (question: ImportQuestion, signal: AbortSignal) => Promise<ImportOutcome>
  /** Starts to load the worker, so that it is ready when it is needed. */
  prepare: () => void
  close: () => void
}

/** In seconds: more than any plan needs on a slow machine. */
const longestReading = 5
/** In seconds; the parser of Terraform is some 430 kB. */
const longestLoading = 60

/**
 * A reader with its own worker. A worker that has answered is used again; one that is ended, by the limit or by a newer
 * text, is not waited for: the next one is started instead. `limit` is in seconds.
 */
export function importReader(startWorker: () => ImportWorker, limit = longestReading): ImportReader {
  let idle: ImportWorker | undefined
  const close = () => {
    idle?.terminate()
    idle = undefined
  }
  const prepare = () => {
    const worker = (idle ??= startWorker())
    // One whose code could not be loaded never answers; it might load for the next.
    worker.addEventListener('error', () => {
      if (idle === worker) idle = undefined
    })
  }
  const read = ({ text, context }: ImportQuestion, signal: AbortSignal) => {
    const { promise, resolve } = Promise.withResolvers<ImportOutcome>()
    const worker = idle ?? startWorker()
    idle = undefined
    const listening = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      listening.abort()
    }
    const finish = (outcome: ImportOutcome) => {
      stop()
      if (outcome.state === 'read') idle = worker
      else worker.terminate()
      resolve(outcome)
    }
    const finishAfter = (seconds: number, outcome: ImportOutcome) => {
      clearTimeout(timer)
      timer = setTimeout(() => finish(outcome), seconds * 1000)
    }
    const onAnswer = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.state === 'begun') finishAfter(limit, { state: 'tooLong' })
      else finish(data)
    }
    const untilStopped = { signal: listening.signal }
    worker.addEventListener('message', onAnswer, untilStopped)
    // It reports its own faults, so this is a worker whose code could not be loaded.
    worker.addEventListener('error', () => finish({ state: 'unavailable' }), untilStopped)
    signal.addEventListener(
      'abort',
      () => {
        stop()
        worker.terminate()
      },
      untilStopped,
    )
    finishAfter(longestLoading, { state: 'unavailable' })
    // Text that is longer than any plan is rejected by its length alone.
    worker.postMessage({ text: text.slice(0, longestImport + 1), context } satisfies ImportQuestion)
    return promise
  }
  return { read, prepare, close }
}
