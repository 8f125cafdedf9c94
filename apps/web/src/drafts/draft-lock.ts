/** Who works on a draft: nobody knows yet, this tab, or another one of this browser. */
export type DraftOwner = 'unknown' | 'thisTab' | 'anotherTab'

export interface DraftLock {
  /** asks the tab that has the draft to give it here, and takes it if that does not answer */
  takeOver(): void
  /** gives it to whoever waits, and waits in turn */
  give(): void
  /** gives it up for good */
  end(): void
}

// Granted at once where it is free; a tab that is alive gives it at once.
const patienceMs = 300
const answersWithinMs = 1000

/**
 * Makes this tab wait for the draft `name`, which one tab of the browser has at a time: whoever has it keeps it until
 * it is asked for it, or closed. `onChange` hears who has it; on `anotherTab` the tab stores what it has and calls
 * `give`.
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
    // Another tab has stolen it, or this one takes its turn in another way. Anything else is the browser's last word:
    // a document that goes away is given no lock however often it asks.
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
