// oxlint-disable no-underscore-dangle -- zod keeps there what a schema consists of
import * as z from 'zod/mini'

type Check = (value: unknown) => boolean

/**
 * A check whether `schema` accepts a value and gives it back unchanged, so that nothing needs to be copied. It says no
 * also where it can't tell: then ask the schema. A schema of zod/mini is interpreted, and copies every field.
 */
export function acceptsUnchanged(schema: z.core.$ZodType): Check {
  const check = unchanged.get(schema) ?? checkOf(schema, false)
  unchanged.set(schema, check)
  return check
}

// Made when first asked for: the server starts with a hundred schemas.
const unchanged = new WeakMap<z.core.$ZodType, Check>()

/** The same for what others wrote, whose objects can have properties that the schema would drop. */
export function acceptsFields<Schema extends z.core.$ZodType>(
  schema: Schema,
): (value: unknown) => value is z.output<Schema> {
  const check = checkOf(schema, true)
  return (value): value is z.output<Schema> => check(value)
}

function checkOf(schema: z.core.$ZodType, withOthers: boolean): Check {
  // its own checks and formats
  if (schema._zod.def.checks?.length || schema._zod.traits.has('$ZodCheck')) return cannotTell
  const inside = (part: z.core.$ZodType) => checkOf(part, withOthers)
  if (schema instanceof z.core.$ZodUnknown) return () => true
  if (schema instanceof z.core.$ZodString) return (value) => typeof value === 'string'
  if (schema instanceof z.core.$ZodNumber) return Number.isFinite
  if (schema instanceof z.core.$ZodBoolean) return (value) => typeof value === 'boolean'
  if (schema instanceof z.core.$ZodEnum || schema instanceof z.core.$ZodLiteral) return among(schema._zod.values)
  if (schema instanceof z.core.$ZodNullable) return orElse(null, inside(schema._zod.def.innerType))
  // An absent value can also be replaced by another one.
  if (schema instanceof z.core.$ZodOptional)
    return schema._zod.optin === 'defaulted' ? cannotTell : orElse(undefined, inside(schema._zod.def.innerType))
  if (schema instanceof z.core.$ZodCatch) return inside(schema._zod.def.innerType)
  if (schema instanceof z.core.$ZodArray) return everyItem(inside(schema._zod.def.element))
  if (schema instanceof z.core.$ZodRecord) return everyField(schema._zod.def.keyType, inside(schema._zod.def.valueType))
  if (schema instanceof z.core.$ZodObject) return ofShape(schema._zod.def, withOthers)
  return cannotTell
}

const cannotTell: Check = () => false

function among(values: ReadonlySet<unknown>): Check {
  return (value) => values.has(value)
}

function orElse(other: null | undefined, check: Check): Check {
  return (value) => value === other || check(value)
}

function everyItem(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return false
    for (const item of value) if (!check(item)) return false
    return true
  }
}

// zod drops a property __proto__ from each object.
function everyField(key: z.core.$ZodType, check: Check): Check {
  if (!(key instanceof z.core.$ZodString) || checkOf(key, false) === cannotTell) return cannotTell
  return (value) => {
    if (!isPlain(value)) return false
    for (const name in value) if (name === '__proto__' || !check(value[name])) return false
    return true
  }
}

// zod drops properties without a name here, or refuses them if the object is strict.
function ofShape({ shape, catchall }: z.core.$ZodObjectDef, withOthers: boolean): Check {
  const isOpen = withOthers && catchall === undefined
  const fields = Object.entries(shape)
    .filter(([name]) => name !== '__proto__')
    .map(([name, field]) => ({
      name,
      canBeAbsent: field instanceof z.core.$ZodOptional,
      check: checkOf(field, withOthers),
    }))
  const names = new Set(fields.map(({ name }) => name))
  return (value) => {
    if (!isPlain(value)) return false
    if (!isOpen) for (const name in value) if (!names.has(name)) return false
    for (const { name, canBeAbsent, check } of fields) {
      const part = value[name]
      if (part === undefined ? !canBeAbsent || !check(part) : !check(part)) return false
    }
    return true
  }
}

// Another prototype could write other JSON.
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
