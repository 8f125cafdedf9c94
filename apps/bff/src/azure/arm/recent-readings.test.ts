import { describe, expect, it } from 'vitest'
import { aCaller } from '../../testing/auth.ts'
import { recentReadings } from './recent-readings.ts'

function counted() {
  let now = 0
  let count = 0
  const readings = recentReadings<number>(() => now)
  return {
    readings,
    read: (caller = aCaller(), id = 'vault', notBefore?: number) =>
      readings.read(caller, { id, notBefore }, () => Promise.resolve((count += 1))),
    pass: (ms: number) => (now += ms),
  }
}

describe('a reading', () => {
  it('is kept for a minute, whatever the case of the id', async () => {
    const { read, pass } = counted()
    expect(await read()).toBe(1)
    pass(59_999)
    expect(await read(aCaller(), 'VAULT')).toBe(1)
    pass(1)
    expect(await read()).toBe(2)
  })

  it("is the user's own", async () => {
    const { read } = counted()
    await read()
    expect(await read(aCaller({ oid: 'another' }))).toBe(2)
    expect(await read(aCaller({ tid: 'another' }))).toBe(3)
  })

  it('is forgotten with the others of the same user, and of no other', async () => {
    const { readings, read } = counted()
    const other = aCaller({ oid: 'another' })
    await read()
    await read(other)
    readings.forget(aCaller())
    expect(await read(other)).toBe(2)
    expect(await read()).toBe(3)
  })

  it('that began too early is not used, and from then on everyone who reads gets the later one', async () => {
    const { read, pass } = counted()
    const early = read()
    pass(10)
    const late = read(aCaller(), 'vault', 10)
    expect([await early, await late, await read()]).toEqual([1, 2, 2])
  })

  it('is shared by all who ask for one as new, and by those who need none as new', async () => {
    const { read, pass } = counted()
    pass(10)
    const asked = [read(aCaller(), 'vault', 10), read(aCaller(), 'VAULT', 10), read(aCaller(), 'vault', 5), read()]
    expect(await Promise.all(asked)).toEqual([1, 1, 1, 1])
  })

  it('that failed is read again', async () => {
    const { readings, read } = counted()
    const failure = new Error('No answer')
    await expect(readings.read(aCaller(), { id: 'vault' }, () => Promise.reject(failure))).rejects.toBe(failure)
    expect(await read()).toBe(1)
  })

  it('gives way after 2,000 others', async () => {
    const { read } = counted()
    for (let index = 0; index <= 2000; index += 1) await read(aCaller(), `vault${index}`)
    expect(await read(aCaller(), 'vault1')).toBe(2)
    expect(await read(aCaller(), 'vault0')).toBe(2002)
  })
})
