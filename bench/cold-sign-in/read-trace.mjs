/**
 * What a browser did from an address to a list: milliseconds from the start of the navigation.
 * @typedef {object} Timeline
 * @property {{ kind: 'document' | 'code' | 'picture' | 'data' | 'identity', start: number, end: number }[]} requests
 * @property {{ start: number, end: number }[]} busy when a page's main thread worked
 * @property {{ name: string, at: number }[]} marks in the order of their times
 */

const startMark = 'navigationStart'
const shortestTask = 1

/**
 * Reads a trace of Chromium.
 * https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 * @param {{ name: string, ph: string, ts: number, dur?: number, pid: number, tid: number, args?: any }[]} events
 * @param {{ portal: string, marks: Record<string, string> }} of portal: its origin; marks: those of the page that count,
 * with the names that they get
 * @returns {Timeline}
 */
export function readTrace(events, { portal, marks }) {
  const begun = events.find(
    ({ name, args }) => name === startMark && args?.data?.documentLoaderURL?.startsWith(portal) === true,
  )
  if (begun === undefined) throw new Error(`The trace has no navigation to ${portal}.`)
  const since = ({ ts }, µs = 0) => (ts + µs - begun.ts) / 1000
  const inOrder = events.filter(({ ts }) => ts >= begun.ts).toSorted((one, other) => one.ts - other.ts)

  const ends = new Map()
  for (const event of inOrder) if (event.name === 'ResourceFinish') ends.set(event.args.data.requestId, since(event))
  // The browser's own pages, such as that of a new tab, are in the trace, too.
  const sent = inOrder.filter(({ name, args }) => name === 'ResourceSendRequest' && /^https?:/.test(args.data.url))
  const requests = sent.flatMap((event) => {
    const { requestId, url } = event.args.data
    const end = ends.get(requestId)
    return end === undefined ? [] : [{ kind: kindOf(url, portal), start: since(event), end }]
  })

  const processes = new Set(sent.map(({ pid }) => pid))
  const mainThreads = new Set(
    events
      .filter(({ name, args, pid }) => name === 'thread_name' && args.name === 'CrRendererMain' && processes.has(pid))
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const busy = inOrder
    .filter(
      ({ name, dur = 0, pid, tid }) =>
        name === 'RunTask' && dur >= shortestTask * 1000 && mainThreads.has(`${pid} ${tid}`),
    )
    .map((event) => ({ start: since(event), end: since(event, event.dur) }))

  const seen = new Map()
  for (const event of inOrder) {
    const name = marks[event.name]
    if (name !== undefined && !seen.has(name)) seen.set(name, since(event))
  }
  return { requests, busy, marks: [...seen].map(([name, at]) => ({ name, at })) }
}

function kindOf(url, portal) {
  if (!url.startsWith(portal)) return 'identity'
  const { pathname } = new URL(url)
  if (pathname.startsWith('/api/')) return 'data'
  if (/\.(js|css)$/.test(pathname)) return 'code'
  return /\.\w+$/.test(pathname) ? 'picture' : 'document'
}
