import { listImageVersions, listSubscriptions } from '@portal/portal-api'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { acceptsFields, acceptsUnchanged } from './schema-check.ts'

/** A schema, and values of which many fit it. */
interface Sample {
  schema: z.ZodMiniType
  value: fc.Arbitrary<unknown>
}

const names = fc.constantFrom('a', 'b', 'id', '__proto__')
const leaves: Sample[] = [
  { schema: z.string(), value: fc.string() },
  { schema: z.string().check(z.maxLength(2)), value: fc.string() },
  { schema: z.iso.date(), value: fc.constantFrom('2026-11-24', 'text') },
  { schema: z.number(), value: fc.double() },
  { schema: z.number().check(z.minimum(1)), value: fc.nat({ max: 2 }) },
  { schema: z.int(), value: fc.double() },
  { schema: z.boolean(), value: fc.boolean() },
  { schema: z.enum(['one', 'two']), value: fc.constantFrom('one', 'two', 'three') },
  // oxlint-disable-next-line promise/valid-params -- zod's catch is not that of a promise
  { schema: z.catch(z.enum(['one', 'two']), 'one'), value: fc.constantFrom('one', 'three') },
  // oxlint-disable-next-line no-underscore-dangle -- zod/mini calls it so
  { schema: z._default(z.string(), 'default'), value: fc.constantFrom('text', undefined) },
  { schema: z.literal('one'), value: fc.constantFrom('one', 'two') },
  { schema: z.unknown(), value: fc.anything() },
  { schema: z.record(z.string(), z.string()), value: fc.dictionary(names, fc.string()) },
  {
    schema: z.pipe(
      z.string(),
      z.transform((text) => text.length),
    ),
    value: fc.string(),
  },
]

const samples: fc.Arbitrary<Sample> = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...leaves),
    tie('sample').map(({ schema, value }) => ({
      schema: z.array(schema),
      value: fc.oneof(fc.array(value, { maxLength: 3 }), fc.sparseArray(value, { maxLength: 3 })),
    })),
    tie('sample').map(({ schema, value }) => ({
      schema: z.optional(schema),
      value: fc.option(value, { nil: undefined }),
    })),
    tie('sample').map(({ schema, value }) => ({ schema: z.nullable(schema), value: fc.option(value, { nil: null }) })),
    fc.tuple(tie('sample'), tie('sample')).map(([one, other]) => ({
      schema: z.union([one.schema, other.schema]),
      value: fc.oneof(one.value, other.value),
    })),
    fc
      .tuple(
        fc.constantFrom(z.strictObject, z.object, z.looseObject),
        fc.dictionary(names, tie('sample'), { maxKeys: 3 }),
      )
      .map(([object, fields]) => ({
        schema: object(mapped(fields, ({ schema }) => schema)),
        value: objectsOf(fields),
      })),
  ),
})).sample

function mapped<From, To>(fields: Record<string, From>, change: (field: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, change(field)]))
}

// Some lack a property, have one more, or have a class.
function objectsOf(fields: Record<string, Sample>): fc.Arbitrary<unknown> {
  const values = mapped(fields, ({ value }) => value)
  const whole = fc.record(values, { noNullPrototype: true })
  return fc.oneof(
    { weight: 4, arbitrary: whole },
    fc.record(values, { requiredKeys: [], noNullPrototype: true }),
    whole.map((value) => ({ ...value, more: 1 })),
    whole.map((value) => Object.assign(Object.create({ toJSON: () => 'other' }) as object, value)),
  )
}

const candidates = samples.chain(({ schema, value }) => fc.tuple(fc.constant(schema), fc.oneof(value, fc.anything())))

describe('what is given back', () => {
  it('is what the schema accepts, with the same JSON', () => {
    let given = 0
    fc.assert(
      fc.property(candidates, ([schema, value]) => {
        if (!acceptsUnchanged(schema)(value)) return
        given += 1
        const parsed = z.safeParse(schema, value)
        expect(parsed).toMatchObject({ success: true })
        expect(parsed.data).toEqual(value)
        expect(JSON.stringify(parsed.data)).toBe(JSON.stringify(value))
      }),
      { numRuns: 2_000 },
    )
    expect(given).toBeGreaterThan(100)
  })

  it.each([
    ['subscriptions', listSubscriptions, [{ subscriptionId: 's', displayName: 'One', tenantId: 't' }]],
    [
      'image versions',
      listImageVersions,
      [
        {
          id: '/v',
          name: '1.0.0',
          location: 'westus',
          provisioningState: 'Succeeded',
          publishedDate: '2026-11-24T09:00:00.000Z',
          excludeFromLatest: false,
          targetRegions: ['westus'],
          customerKeys: 'all',
          isRevoked: false,
        },
      ],
    ],
  ])('includes a list of %s, and none with anything else', (_, { response }, list) => {
    const check = acceptsUnchanged(response)
    expect(check(list)).toBe(true)
    for (const other of [{ token: 'secret' }, { id: 1, tenantId: 1 }])
      expect(check(list.map((item) => ({ ...item, ...other })))).toBe(false)
  })
})

describe('what stays as others wrote it', () => {
  it('has all that the schema gives back, unchanged', () => {
    let withMore = 0
    fc.assert(
      fc.property(candidates, ([schema, value]) => {
        if (!acceptsFields(schema)(value)) return
        const parsed = z.safeParse(schema, value)
        expect(parsed).toMatchObject({ success: true })
        expect([value]).toMatchObject([parsed.data])
        if (JSON.stringify(parsed.data) !== JSON.stringify(value)) withMore += 1
      }),
      { numRuns: 2_000 },
    )
    expect(withMore).toBeGreaterThan(10)
  })
})
