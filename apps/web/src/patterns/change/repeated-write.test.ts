import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PortalProblem } from '../../api/failures.ts'
import { whenThereIsRoom } from './repeated-write.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const refused = (code: PortalProblem['code'], retryAfter?: number) =>
  new PortalProblem({
    type: 'about:blank',
    title: '',
    status: 429,
    code,
    correlationId: 'c',
    ...(retryAfter !== undefined && { retryAt: new Date(Date.now() + retryAfter).toISOString() }),
  })

it.each(['TooManyRequests', 'ThrottledByAzure'] as const)(
  'sends a write again after %s, not before the time named',
  async (code) => {
    const send = vi.fn<() => Promise<string>>().mockRejectedValueOnce(refused(code, 3000)).mockResolvedValue('done')
    const sent = whenThereIsRoom(send)
    await vi.advanceTimersByTimeAsync(2900)
    expect(send).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(await sent).toBe('done')
    expect(send).toHaveBeenCalledTimes(2)
  },
)

it('sends it twenty times at most, with a pause before each', async () => {
  const error = refused('TooManyRequests')
  const send = vi.fn<() => Promise<string>>().mockRejectedValue(error)
  const outcome = whenThereIsRoom(send).catch((thrown: unknown) => thrown)
  await vi.advanceTimersByTimeAsync(18 * 500 + 400)
  expect(send).toHaveBeenCalledTimes(19)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await outcome).toBe(error)
  expect(send).toHaveBeenCalledTimes(20)
})

it('does not send what was refused for another reason again', async () => {
  const error = refused('ForbiddenByAzure')
  const send = vi.fn<() => Promise<string>>().mockRejectedValue(error)
  await expect(whenThereIsRoom(send)).rejects.toBe(error)
  expect(send).toHaveBeenCalledTimes(1)
})
