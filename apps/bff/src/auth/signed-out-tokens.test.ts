import { expect, it } from 'vitest'
import { signedOutHere } from './signed-out-tokens.ts'

it('remembers five thousand tokens, and gives up the oldest for a further one', async () => {
  const signedOut = signedOutHere()
  const has = async (hash: string) => (await signedOut.lookUp(hash, 'nobody')).token
  for (let number = 0; number < 5_000; number += 1) await signedOut.add(`token-${number}`, number)
  expect(await has('token-0')).toBe(true)
  await signedOut.add('one-more', 5_000)
  expect([await has('token-0'), await has('token-1'), await has('one-more')]).toEqual([false, true, true])
  expect(signedOut.all.size).toBe(5_000)
})

it('remembers when a user signed out the last time, and of nobody else', async () => {
  const signedOut = signedOutHere()
  await signedOut.addUser('ada', 1_000)
  await signedOut.addUser('ada', 2_000)
  expect(await signedOut.lookUp('a-token', 'ada')).toEqual({ token: false, userAt: 2_000 })
  expect(await signedOut.lookUp('a-token', 'ben')).toEqual({ token: false, userAt: undefined })
})
