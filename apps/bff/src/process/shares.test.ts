import { expect, it } from 'vitest'
import { RequestRefused } from '../refusals/request-refused.ts'
import { SemaphoreFull } from './semaphore.ts'
import { shares, type Holder } from './shares.ts'

const start = () => shares('requests', { all: 6, ofAddress: 4, ofUser: 2 })
const ada: Holder = { user: 't:ada', address: '192.0.2.1' }
const ben: Holder = { user: 't:ben', address: '192.0.2.1' }
const carl: Holder = { user: 't:carl', address: '192.0.2.1' }
const nobody: Holder = { address: '192.0.2.1' }

function refusalOf(take: () => unknown): unknown {
  try {
    take()
  } catch (error) {
    return error
  }
  return undefined
}

it('a user has a share at all addresses together, and others have room', () => {
  const take = start()
  take(ada)
  take({ ...ada, address: '192.0.2.9' })
  const refused = refusalOf(() => take({ ...ada, address: '192.0.2.10' }))
  expect(refused).toBeInstanceOf(RequestRefused)
  expect(refused).toMatchObject({ code: 'TooManyRequests', message: 'too many at once: requests of the user' })
  take(ben)
})

it('an address has a share for all of its users', () => {
  const take = start()
  for (const holder of [ada, ada, ben, ben]) take(holder)
  expect(refusalOf(() => take(carl))).toMatchObject({ message: 'too many at once: requests of the address' })
  take({ ...carl, address: '192.0.2.9' })
})

it('those at an address who have not signed in share the places of one user', () => {
  const take = start()
  for (const holder of [nobody, nobody]) take(holder)
  expect(refusalOf(() => take(nobody))).toBeInstanceOf(RequestRefused)
  take(ada)
})

it('when all places are taken, whoever comes is told that the portal is busy', () => {
  const take = start()
  for (const user of ['a', 'b', 'c', 'd', 'e', 'f']) take({ user, address: user })
  expect(refusalOf(() => take({ user: 'g', address: 'g' }))).toBeInstanceOf(SemaphoreFull)
})

it('a place that is given back is given back once', () => {
  const take = start()
  const giveBack = take(ada)
  take(ada)
  giveBack()
  giveBack()
  take(ada)
  expect(refusalOf(() => take(ada))).toBeInstanceOf(RequestRefused)
})
