import { beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../telemetry/log.ts'
import { noTelemetry } from '../telemetry/telemetry-events.ts'
import { azureServices, type AzureServices, type Heard } from './azure-services.ts'

let time: number
let sent: number
let services: AzureServices
let log: string[]
let told: string[]
let behaviour: 'answers' | 'hangs' | 'fails' | 'breaks'

beforeEach(() => {
  time = 0
  sent = 0
  log = []
  told = []
  behaviour = 'hangs'
  services = azureServices({
    logger: createLogger('info', { write: (line: string) => void log.push(line) }),
    telemetry: {
      ...noTelemetry,
      serviceCalled: (service, outcome) => void told.push(`${service} ${outcome}`),
    },
    now: () => time,
  })
})

const limitMs = 20_000
// what a call of Azure's does, and what each kind of failure says of the service
const outcomes = { hangs: 'noAnswer', fails: 'answer', breaks: 'noAnswer' } as const

class Failing extends Error {
  readonly heard: Heard
  constructor(heard: Heard) {
    super(heard)
    this.heard = heard
  }
}
const heardIn = (error: unknown): Heard => (error instanceof Failing ? error.heard : 'noCall')

/** A call of a user, which hangs for `ms` unless the service answers. */
async function call(user: string, ms = limitMs): Promise<unknown> {
  const asked = { service: 'Compute', user, waitMs: limitMs, heardIn } as const
  return services
    .call(asked, () => {
      sent += 1
      if (behaviour === 'answers') return Promise.resolve('answered')
      if (behaviour === 'hangs') time += ms
      return Promise.reject(new Failing(outcomes[behaviour]))
    })
    .catch((error: unknown) => (error instanceof Failing ? 'failed' : (error as Error).name))
}
async function calls(users: readonly string[]): Promise<unknown[]> {
  const all: unknown[] = []
  for (const user of users) all.push(await call(user))
  return all
}

describe('a service that hangs', () => {
  it('F48: is called no more after five calls of three users, but for one in ten seconds', async () => {
    await calls(['ada', 'ben', 'cleo', 'ada', 'ben'])
    expect(await calls(['dan', 'eva', 'ada'])).toEqual(times(3, 'ServiceNotAnswering'))
    expect(sent).toBe(5)
    time += 10_000
    // the first of them is the try, which hangs for 20 s
    expect(await call('dan')).toBe('failed')
    expect(await calls(['dan', 'eva', 'fay'])).toEqual(times(3, 'ServiceNotAnswering'))
    expect(sent).toBe(6)
  })

  it('F48: has one try at a time, also while that one has no answer yet', async () => {
    await calls(['ada', 'ben', 'cleo', 'ada', 'ben'])
    time += 10_000
    const held = Promise.withResolvers<string>()
    const asked = { service: 'Compute', waitMs: limitMs, heardIn: (): Heard => 'noAnswer' } as const
    const trying = services.call({ ...asked, user: 'dan' }, () => held.promise)
    time += 9_999
    expect(await call('eva')).toBe('ServiceNotAnswering')
    held.resolve('answered')
    expect(await trying).toBe('answered')
    behaviour = 'answers'
    expect(await call('eva')).toBe('answered')
  })

  it('F48: is called again for everybody after the first answer, whatever it says', async () => {
    await calls(['ada', 'ben', 'cleo', 'ada', 'ben'])
    behaviour = 'fails'
    time += 10_000
    expect(await call('dan')).toBe('failed')
    behaviour = 'answers'
    expect(await calls(['dan', 'eva', 'fay'])).toEqual(times(3, 'answered'))
  })

  it('F48: says when the next call goes out', async () => {
    await calls(['ada', 'ben', 'cleo', 'ada', 'ben'])
    time += 4_000
    const asked = { service: 'Compute', user: 'dan', waitMs: limitMs, heardIn: (): Heard => 'noCall' } as const
    const refusal: unknown = await services.call(asked, () => Promise.resolve()).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ service: 'Compute', retryAt: time + 6_000 })
  })

  it('F48: leaves the other services alone', async () => {
    await calls(['ada', 'ben', 'cleo', 'ada', 'ben'])
    const asked = { service: 'Network', user: 'ada', waitMs: limitMs, heardIn: (): Heard => 'noCall' } as const
    expect(await services.call(asked, () => Promise.resolve('answered'))).toBe('answered')
  })
})

describe('what one user alone waits for in vain', () => {
  it('F48: stops that user after three calls, and nobody else', async () => {
    await calls(times(3, 'ada'))
    expect(await call('ada')).toBe('ServiceNotAnswering')
    behaviour = 'answers'
    expect(await calls(['ben', 'cleo'])).toEqual(times(2, 'answered'))
    time += 10_000
    expect(await call('ada')).toBe('answered')
  })

  it('F48: stops nobody else however often it is tried, nor if a second user tries it', async () => {
    for (let round = 0; round < 20; round += 1) {
      time += 10_000
      await calls(['ada', 'ben'])
    }
    behaviour = 'answers'
    expect(await call('cleo')).toBe('answered')
  })

  it('F48: stops nobody where others are answered meanwhile', async () => {
    for (const user of ['ada', 'ben', 'cleo', 'dan', 'eva']) {
      behaviour = 'hangs'
      await calls([user, user])
      behaviour = 'answers'
      await call('fay')
    }
    expect(await calls(['ada', 'ben', 'gil'])).toEqual(times(3, 'answered'))
  })
})

describe('stops nobody', () => {
  const users = ['ada', 'ben', 'cleo', 'dan', 'eva', 'fay']

  it.each(['fails', 'breaks'] as const)('F48: a service that %s at once', async (how) => {
    behaviour = how
    for (let round = 0; round < 5; round += 1) expect(await calls(users)).toEqual(times(6, 'failed'))
    expect(sent).toBe(30)
  })

  it('F48: a call that had too little time left when it was sent', async () => {
    for (let round = 0; round < 5; round += 1) for (const user of users) expect(await call(user, 3_999)).toBe('failed')
  })
})

it('F49: an outage that one user alone notices is reported too, and ends with the first answer', async () => {
  for (let count = 0; count < 7; count += 1) {
    await call('ada')
    time += 10_000
  }
  expect(services.outages()).toEqual([{ service: 'Compute', since: 0 }])
  behaviour = 'answers'
  await call('ben')
  expect(services.outages()).toEqual([])
  expect(log.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
    'service-not-answering',
    'service-answers',
  ])
})

it('F49: each call is counted with what came of it', async () => {
  await calls(times(4, 'ada'))
  behaviour = 'answers'
  await call('ben')
  expect(told).toEqual([...times(3, 'Compute noAnswer'), 'Compute notSent', 'Compute answer'])
})

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value)
}
