/** The owner of a draft: not known yet, this tab, or another one of this browser. */
export type DraftOwner = 'unknown' | 'thisTab' | 'anotherTab'

export interface DraftLock {
  /** asks the tab that owns the draft to release it, and takes it over if that does not answer */
  takeOver(): void
  /** releases it to the next tab in the queue, and joins the queue */
  give(): void
  /** releases it permanently */
  end(): void
}

// Granted at once if it is free; a responsive tab releases it at once.
const patienceMs = 300
const answersWithinMs = 1000

/**
 * Queues this tab for the draft `name`, which one tab of the browser owns at a time, until it is asked to release it,
 * or closed. `onChange` gets the owner; on `anotherTab`, the tab stores its state and calls `give`.
 * https://developer.mozilla.org/docs/Web/API/Web_Locks_API
 */
export function draftLock(name: string, onChange: (owner: DraftOwner) => void): DraftLock {
  const channel = new BroadcastChannel(name)
  let waiting = new AbortController()
  let give = () => {}
  let isOurs = false
  let isEnded = false
  let steals = false
  let stealing: ReturnType<typeof setTimeout> | undefined

  function hold(): Promise<void> | undefined {
    clearTimeout(stealing)
    if (isEnded) return undefined
    isOurs = true
    onChange('thisTab')
    return new Promise((resolve) => {
      give = resolve
    })
  }
  async function waitInTurn() {
    waiting = new AbortController()
    const options: LockOptions = steals ? { steal: true } : { signal: waiting.signal }
    steals = false
    const refusal: unknown = await navigator.locks.request(name, options, hold).catch((reason: unknown) => reason)
    isOurs = false
    // Another tab has stolen it, or this one gets it in another way. Anything else is final: a document that is
    // unloading gets no lock, however often it asks.
    const isAborted = refusal instanceof DOMException && refusal.name === 'AbortError'
    if (isEnded || (refusal !== undefined && !isAborted)) return
    onChange('anotherTab')
    void waitInTurn()
  }

  channel.onmessage = () => isOurs && onChange('anotherTab')
  const impatient = setTimeout(() => !isOurs && onChange('anotherTab'), patienceMs)
  void waitInTurn()
  return {
    takeOver() {
      channel.postMessage('give')
      clearTimeout(stealing)
      stealing = setTimeout(() => {
        steals = true
        waiting.abort()
      }, answersWithinMs)
    },
    give: () => give(),
    end() {
      isEnded = true
      clearTimeout(impatient)
      clearTimeout(stealing)
      channel.close()
      waiting.abort()
      give()
    },
  }
}
