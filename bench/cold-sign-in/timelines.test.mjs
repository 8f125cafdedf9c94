import { expect, it } from 'vitest'
import { drawTimelines } from './draw-timelines.mjs'
import { readTrace } from './read-trace.mjs'

const portal = 'http://localhost:3000'
const thread = { pid: 7, tid: 1 }
const at = (ms, event) => ({ ph: 'I', ...thread, ts: 50_000_000 + ms * 1000, ...event })
const request = (requestId, url, start, end) => [
  at(start, { name: 'ResourceSendRequest', args: { data: { requestId, url } } }),
  at(end, { name: 'ResourceFinish', args: { data: { requestId } } }),
]
const events = [
  at(-5, { name: 'RunTask', ph: 'X', dur: 4000 }),
  at(0, { name: 'navigationStart', args: { data: { documentLoaderURL: `${portal}/galleries` } } }),
  at(0, { name: 'thread_name', ph: 'M', args: { name: 'CrRendererMain' } }),
  ...request('1', `${portal}/galleries`, 1, 10),
  ...request('2', `${portal}/assets/main-1.js`, 12, 20),
  ...request('3', `${portal}/api/configuration`, 14, 30),
  ...request('4', 'http://localhost:4000/organizations/oauth2/v2.0/token', 40, 55),
  ...request('6', 'chrome://new-tab-page/', 2, 3),
  at(60, { name: 'ResourceSendRequest', args: { data: { requestId: '5', url: `${portal}/api/galleries` } } }),
  at(21, { name: 'RunTask', ph: 'X', dur: 9000 }),
  at(22, { name: 'RunTask', ph: 'X', dur: 300 }),
  at(22, { name: 'RunTask', ph: 'X', dur: 9000, tid: 2 }),
  at(23, { name: 'RunTask', ph: 'X', dur: 9000, pid: 8 }),
  at(0, { name: 'thread_name', ph: 'M', args: { name: 'CrRendererMain' }, pid: 8 }),
  at(35, { name: 'firstContentfulPaint' }),
  at(90, { name: 'firstContentfulPaint' }),
  at(80, { name: 'portal:galleries' }),
]
const read = () =>
  readTrace(events, { portal, marks: { firstContentfulPaint: 'first paint', 'portal:galleries': 'seen' } })

it('reads requests that ended, the work of the main thread and the first of each mark', () => {
  expect(read()).toEqual({
    requests: [
      { kind: 'document', start: 1, end: 10 },
      { kind: 'code', start: 12, end: 20 },
      { kind: 'data', start: 14, end: 30 },
      { kind: 'identity', start: 40, end: 55 },
    ],
    busy: [{ start: 21, end: 30 }],
    marks: [
      { name: 'first paint', at: 35 },
      { name: 'seen', at: 80 },
    ],
  })
})

it('says that it has no navigation to the portal', () => {
  expect(() => readTrace(events, { portal: 'http://other', marks: {} })).toThrow('no navigation to http://other')
})

it('draws both sides on the scale of the longer one', () => {
  const slow = read()
  const quick = { requests: [{ kind: 'code', start: 0, end: 40 }], busy: [], marks: [{ name: 'seen', at: 40 }] }
  const picture = drawTimelines([
    { title: 'Before', timeline: slow },
    { title: 'After', timeline: quick },
  ])
  const widthOf = (share) => Math.round(share * 968 * 10) / 10
  expect(picture).toContain('Before, 4 requests')
  expect(picture).toContain('seen: 80 ms')
  expect(picture).toContain(`width="${widthOf(40 / (80 * 1.04))}"`)
  expect(picture.match(/<rect/g)).toHaveLength(1 + 4 + 1 + 1 + 6)
})
