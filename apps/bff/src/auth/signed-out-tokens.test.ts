import { expect, it } from 'vitest'
import { signedOutHere } from './signed-out-tokens.ts'

it('remembers five thousand tokens, and gives up the oldest for a further one', async () => {
  const signedOut = signedOutHere()
  for (let number = 0; number < 5_000; number += 1) await signedOut.add(`token-${number}`, number)
  expect(await signedOut.has('token-0')).toBe(true)
  await signedOut.add('one-more', 5_000)
  expect([await signedOut.has('token-0'), await signedOut.has('token-1'), await signedOut.has('one-more')]).toEqual([
    false,
    true,
    true,
  ])
  expect(signedOut.all.size).toBe(5_000)
})
