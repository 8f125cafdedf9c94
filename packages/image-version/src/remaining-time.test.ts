import { describe, expect, it } from 'vitest'
import { remainingTime } from './remaining-time.ts'

const minute = 60_000
const seen = (...progress: number[]) =>
  progress.map((each, index) => ({ asOf: new Date(index * minute).toISOString(), progress: each }))

describe('what a replication still takes', () => {
  it.each([
    ['two answers: at their pace', seen(10, 30), 3.5 * minute],
    ['many answers: at the pace of all', seen(0, 10, 10, 30), 7 * minute],
    ['only the latest replication counts', seen(50, 90, 0, 25), 3 * minute],
  ])('%s', (_, answers, milliseconds) => {
    expect(remainingTime(answers)).toBe(milliseconds)
  })

  it.each([
    ['no answer', seen()],
    ['one answer', seen(40)],
    ['nothing has moved', seen(40, 40)],
    ['it has just begun anew', seen(40, 90, 0)],
    ['it is done', seen(40, 100)],
    ['both answers are of the same moment', [...seen(40), ...seen(50)]],
  ])('claims nothing where %s', (_, answers) => {
    expect(remainingTime(answers)).toBeUndefined()
  })
})
