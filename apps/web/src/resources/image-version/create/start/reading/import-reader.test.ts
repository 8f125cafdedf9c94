/// <reference types="node" />
import { Worker as Thread } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { importReader, type ImportWorker } from './import-reader.ts'
import type { ImportQuestion } from './import-worker.ts'

const context = { subscriptionId: '', resourceGroupName: '' }
const command: ImportQuestion = { text: 'az sig image-version create --gallery-image-version 3.0.0', context }
/** Half a second at least, wherever it is read. */
const slow: ImportQuestion = { text: `az sig image-version create ${' -x'.repeat(330_000)}`, context }

const threads: Thread[] = []
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()))
})

/** The worker of the page in a thread of Node, between the messages of a browser. */
function startThread(script = new URL('import-worker.ts', import.meta.url).href): ImportWorker {
  const code = `
    const { parentPort } = require('node:worker_threads')
    globalThis.addEventListener = (_, listen) => parentPort.on('message', (data) => listen({ data }))
    globalThis.postMessage = (data) => parentPort.postMessage(data)
    import(${JSON.stringify(script)})`
  const thread = new Thread(code, { eval: true })
  threads.push(thread)
  const events = new EventTarget()
  thread.on('message', (data: unknown) => events.dispatchEvent(new MessageEvent('message', { data })))
  thread.on('error', () => events.dispatchEvent(new Event('error')))
  return {
    postMessage: (question: unknown) => thread.postMessage(question),
    terminate: () => void thread.terminate(),
    addEventListener: events.addEventListener.bind(events),
  }
}

const unaborted = () => new AbortController().signal

it('a text is read in the worker, which is asked again for the next', async () => {
  const reader = importReader(startThread)
  reader.prepare()
  expect(await reader.read(command, unaborted())).toMatchObject({
    state: 'read',
    result: { language: 'AzureCli', plan: { name: '3.0.0' } },
  })
  const notes = [{ code: 'LanguageUnknown', severity: 'error' }]
  expect(await reader.read({ text: 'hello', context }, unaborted())).toMatchObject({ result: { plan: null, notes } })
  expect(threads).toHaveLength(1)
})

it('a text that takes longer than the limit is given up, and the next is read', async () => {
  const reader = importReader(startThread, 0.02)
  expect(await reader.read(slow, unaborted())).toEqual({ state: 'tooLong' })
  const patient = importReader(startThread, 60)
  expect(await patient.read(slow, unaborted())).toMatchObject({ result: { notesLeftOut: 330_002 - 200 } })
})

it('another text does not wait for the one before', async () => {
  const reader = importReader(startThread)
  const before = new AbortController()
  const ended: string[] = []
  void reader.read(slow, before.signal).then(() => ended.push('slow'))
  before.abort()
  expect(await reader.read(command, unaborted())).toMatchObject({ state: 'read' })
  expect(ended).toEqual([])
  expect(threads).toHaveLength(2)
})

it('a fault in the worker arrives as the error that it is', async () => {
  const reader = importReader(startThread)
  // A context that the page never creates.
  const faulty = Object.assign({ ...command }, { context: null })
  const outcome = await reader.read(faulty, unaborted())
  expect(outcome).toMatchObject({ state: 'failed' })
  expect(outcome).toHaveProperty('error.message', expect.stringContaining('null'))
})

it('a worker whose code does not come is said to be unavailable, and is tried again', async () => {
  const scripts = ['file:///nothing.ts', undefined]
  const reader = importReader(() => startThread(scripts.shift()))
  expect(await reader.read(command, unaborted())).toEqual({ state: 'unavailable' })
  expect(await reader.read(command, unaborted())).toMatchObject({ state: 'read' })
})
