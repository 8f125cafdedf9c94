import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Json } from '../../json.ts'

/**
 * The type of a value: `string`, `boolean`, `integer`, `number`, `object` or `any`; `#Name` for a type of the same
 * file; a list of one fact for lists of it; `enum` for the only allowed values; `of` for any keys with such values.
 */
export type Fact = string | [Fact] | { enum: Json[] } | { of: Fact }

/** An object: its properties, those it always has, and those that only the service writes. */
export interface TypeFacts {
  properties: Record<string, Fact>
  required?: string[]
  readOnly?: string[]
  /** it can have more properties */
  open?: true
}

export interface OperationFacts {
  /** the type of its body, if it has one */
  takes?: Fact
  /** its response for each status; null if it is not described */
  answers: Record<string, Fact | null>
}

/** The facts of one version of a family of Azure's APIs. */
export interface ApiFacts {
  /** by method and path, `{}` for each name in it: `GET /subscriptions/{}` */
  operations: Record<string, OperationFacts>
  types: Record<string, TypeFacts>
}

export const factsFolder = fileURLToPath(new URL('facts', import.meta.url))

/** All facts here, by family and version: `galleryrp-2023-07-03`. */
export function readFacts(): Map<string, ApiFacts> {
  return new Map(
    readdirSync(factsFolder).map((file) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- write-facts.ts has written it
      const facts = JSON.parse(readFileSync(join(factsFolder, file), 'utf8')) as ApiFacts
      return [file.replace(/[.]json$/, ''), facts]
    }),
  )
}

/** The path of an operation in the facts matches that of a request, whatever the case. */
export function patternOf(path: string): RegExp {
  const escaped = path.replaceAll('.', String.raw`\.`).replaceAll(/\{[^}]*\}/g, '[^/]+')
  return new RegExp(`^${escaped}$`, 'i')
}
