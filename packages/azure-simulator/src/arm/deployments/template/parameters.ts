import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, numberAt, textAt, type Json, type JsonObject } from '../../../json.ts'
import { fill } from './expressions/fill.ts'
import { textOf } from './expressions/functions/strings.ts'
import type { Scope } from './expressions/scope.ts'
import { withoutCase } from './expressions/without-case.ts'
import { invalidTemplate, orInvalidTemplate, positionIn } from './invalid-template.ts'

const jsonTypes: Record<string, string> = {
  string: 'String, Uri',
  securestring: 'String, Uri',
  int: 'Integer',
  bool: 'Boolean',
  object: 'Object',
  secureobject: 'Object',
  array: 'Array',
}

/**
 * The values of a template's parameters: those sent, otherwise their defaults (expressions see `scope`). Throws 400
 * InvalidTemplate for one that is missing, unknown, of another type or not allowed.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/parameters
 */
export function parameterValues(template: JsonObject, sent: JsonObject, scope: Omit<Scope, 'parameters'>): JsonObject {
  const declared = declarationsOf(template)
  const unknown = Object.keys(sent).filter((name) => withoutCase(declared, name) === undefined)
  if (unknown.length > 0)
    throw invalidTemplate(
      `The template parameters '${unknown.join(', ')}' in the parameters file are not valid; they are not present in the original template and can therefore not be provided at deployment time. The only supported parameters for this template are '${Object.keys(declared).join(', ')}'. Please see https://aka.ms/arm-pass-parameter-values for usage details.`,
    )
  let values: JsonObject = {}
  for (const [name, declaration] of Object.entries(declared)) {
    if (!isJsonObject(declaration)) throw invalidTemplate(`The template parameter '${name}' is not an object`)
    const given = withoutCase(sent, name)
    const before = values
    const { defaultValue } = declaration
    const value =
      (isJsonObject(given) ? given['value'] : undefined) ??
      (defaultValue === undefined
        ? undefined
        : orInvalidTemplate(() => fill(defaultValue, { ...scope, parameters: before })))
    if (value === undefined)
      throw invalidTemplate(
        `The value for the template parameter '${name}' ${positionIn(template, declaration)} is not provided. Please see https://aka.ms/arm-create-parameter-file for usage details.`,
      )
    assertAllowed({ name, declaration }, value)
    values = { ...values, [name]: value }
  }
  return values
}

/** The parameters as a deployment shows them: secure ones without their value. */
export function shownParameters(template: JsonObject, values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(declarationsOf(template)).map(([name, declaration]) => {
      const type = typeName(declaration)
      return [name, isSecure(declaration) ? { type } : { type, value: values[name] }]
    }),
  )
}

/** The values without the secure ones, for storage after the run. */
export function withoutSecrets(template: JsonObject, values: JsonObject): JsonObject {
  const declared = declarationsOf(template)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isSecure(declared[name])))
}

/** ARM's spelling of the type of a parameter or an output. */
export function typeName(declaration: Json | undefined): string {
  const type = textAt(declaration, 'type') ?? 'string'
  return type
    .toLowerCase()
    .replace(/^secure/, 'secure-')
    .replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

export function isSecure(declaration: Json | undefined): boolean {
  return /^secure/i.test(textAt(declaration, 'type') ?? '')
}

function declarationsOf({ parameters }: JsonObject): JsonObject {
  return isJsonObject(parameters) ? parameters : {}
}

interface Declared {
  name: string
  declaration: JsonObject
}

function assertAllowed({ name, declaration }: Declared, value: Json): void {
  const expected = jsonTypes[(textAt(declaration, 'type') ?? '').toLowerCase()]
  if (expected === undefined)
    throw invalidTemplate(
      `The template parameter '${name}' has the type '${textAt(declaration, 'type')}', which is none`,
    )
  const actual = jsonTypeOf(value)
  if (!expected.split(', ').includes(actual))
    throw invalidTemplate(
      `Template parameter JToken type is not valid. Expected '${expected}'. Actual '${actual}'. Please see https://aka.ms/resource-manager-parameter-files for usage details.`,
    )
  const { allowedValues } = declaration
  if (Array.isArray(allowedValues) && !allowedValues.some((allowed) => isDeepStrictEqual(allowed, value)))
    throw invalidTemplate(
      `The provided value for the template parameter '${name}' is not valid. The value '${textOf(value)}' is not part of the allowed value(s): '${allowedValues.map(textOf).join(',')}'.`,
    )
  const size = sizeOf(value)
  const kind = typeof value === 'number' ? 'Value' : 'Length'
  const least = numberAt(declaration, `min${kind}`) ?? -Infinity
  const most = numberAt(declaration, `max${kind}`) ?? Infinity
  if (size < least || size > most)
    throw invalidTemplate(
      `The provided value for the template parameter '${name}' is not valid. ${kind} of the value should be ${size < least ? `greater than or equal to '${least}'` : `less than or equal to '${most}'`}.`,
    )
}

function sizeOf(value: Json): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? value.length : Object.keys(value ?? {}).length
}

function jsonTypeOf(value: Json): string {
  if (value === null) return 'Null'
  if (Array.isArray(value)) return 'Array'
  const names: Record<string, string> = { string: 'String', number: 'Integer', boolean: 'Boolean', object: 'Object' }
  return names[typeof value] ?? ''
}
