// oxlint-disable no-underscore-dangle -- zod keeps there what a schema consists of
import * as z from 'zod/mini'

type Check = (value: unknown) => boolean

/**
 * A check whether `schema` accepts a value and gives it back unchanged, so that nothing needs to be copied. It says no
 * also where it can't tell: then ask the schema. A schema of zod/mini is interpreted, and copies every field.
 */
export function acceptsUnchanged(schema: z.core.$ZodType): Check {
  // its own checks and formats
  if (schema._zod.def.checks?.length || schema._zod.traits.has('$ZodCheck')) return cannotTell
  if (schema instanceof z.core.$ZodString) return (value) => typeof value === 'string'
  if (schema instanceof z.core.$ZodNumber) return Number.isFinite
  if (schema instanceof z.core.$ZodBoolean) return (value) => typeof value === 'boolean'
  if (schema instanceof z.core.$ZodEnum || schema instanceof z.core.$ZodLiteral) return among(schema._zod.values)
  if (schema instanceof z.core.$ZodNullable) return orElse(null, acceptsUnchanged(schema._zod.def.innerType))
  if (schema instanceof z.core.$ZodOptional) return ifThere(schema._zod.def.innerType)
  if (schema instanceof z.core.$ZodArray) return everyItem(acceptsUnchanged(schema._zod.def.element))
  if (schema instanceof z.core.$ZodObject) return ofShape(schema._zod.def.shape)
  return cannotTell
}

const cannotTell: Check = () => false

function among(values: ReadonlySet<unknown>): Check {
  return (value) => values.has(value)
}

function orElse(other: null | undefined, check: Check): Check {
  return (value) => value === other || check(value)
}

// An absent value can also be replaced by another one.
function ifThere(schema: z.core.$ZodType): Check {
  return schema._zod.optin === 'defaulted' ? cannotTell : orElse(undefined, acceptsUnchanged(schema))
}

function everyItem(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return false
    for (const item of value) if (!check(item)) return false
    return true
  }
}

// Only what is named: zod drops other properties, or refuses them. A property __proto__ it always drops.
function ofShape(shape: Readonly<Record<string, z.core.$ZodType>>): Check {
  const fields = Object.entries(shape)
    .filter(([name]) => name !== '__proto__')
    .map(([name, field]) => ({
      name,
      canBeAbsent: field instanceof z.core.$ZodOptional,
      check: acceptsUnchanged(field),
    }))
  const names = new Set(fields.map(({ name }) => name))
  return (value) => {
    if (!isPlain(value)) return false
    for (const name in value) if (!names.has(name)) return false
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
