import * as fc from 'fast-check'
import { expect } from 'vitest'
import { expectPreserved, type ImageLives, type LivesModel, type Person } from './image-lives.ts'
import type { Reply } from './portal.ts'

// A write of the model test: who asks, how long after the last thing, and whether Azure's answer is lost.

export type Command = fc.AsyncCommand<LivesModel, ImageLives>
type Run = (model: LivesModel, lives: ImageLives) => Promise<void>

export const person = fc.constantFrom<Person>('Ada', 'Ben')
/** How long before: mostly until Azure is done with what was asked earlier, or it would refuse nearly everything. */
export const pause = fc.constantFrom(0, 900_000, 3_600_000, 3_600_000)
/** How the answer of Azure to a write is lost; null: it arrives. */
export const loss = fc.constantFrom<Loss | null>(null, null, 'dropAnswer', 'replaceAnswer', 'reset')
export type Loss = 'dropAnswer' | 'replaceAnswer' | 'reset'

/** A step of the model test, by what a failure calls it. */
export function command(shown: string, run: Run): Command {
  return { check: () => true, run, toString: () => shown }
}

interface Written {
  model: LivesModel
  lives: ImageLives
  act: Exclude<keyof ImageLives['acts'], 'proven' | 'refused' | 'lost' | 'other' | 'compared'>
  lost: Loss | null
  /** of Azure's write */
  path: RegExp
  ask: () => ReturnType<ImageLives['ask']>
}

const gaveUp = { status: 504, body: { error: { code: 'GatewayTimeout', message: 'Too slow.' } } }

/** Asks the portal to write. If the answer is lost, or says that nobody knows, the user asks the same again. */
export async function written({ model, lives, act, lost, path, ask }: Written): Promise<Reply> {
  const { faults } = lives.portal.azure
  const write = { method: 'PUT', path }
  if (lost === 'replaceAnswer') faults.replaceAnswer(write, gaveUp)
  else if (lost !== null) faults[lost](write)
  const first = await ask()
  faults.clear()
  expectPreserved(model, lives)
  if (lost !== null) lives.acts.lost += 1
  const isUnclear = first.status >= 500
  const reply = isUnclear ? await ask() : first
  expectPreserved(model, lives)
  // A write that is refused says so, and why.
  expect([200, 400, 409, 422]).toContain(reply.status)
  lives.acts[reply.status === 200 ? act : 'refused'] += 1
  return reply
}

/** How the pause before a command is shown in a failure. */
export function afterPause(milliseconds: number): string {
  return milliseconds === 0 ? '' : `after ${milliseconds / 1000} s `
}

/** How the loss is shown likewise. */
export function shownLoss(lost: Loss | null): string {
  return lost === null ? '' : `, and Azure’s answer is lost (${lost})`
}
