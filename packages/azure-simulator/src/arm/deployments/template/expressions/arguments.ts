import { isJsonObject, type Json, type JsonObject } from '../../../../json.ts'
import { TemplateError } from './template-error.ts'

/**
 * The values a template function is called with. Each reader throws a TemplateError if the value is not of its kind.
 */
export class Arguments {
  readonly name: string
  readonly values: Json[]
  constructor(name: string, values: Json[]) {
    this.name = name
    this.values = values
  }

  value(index: number): Json {
    const value = this.values[index]
    if (value === undefined)
      throw new TemplateError(
        `Unable to evaluate template language function '${this.name}': at least ${index + 1} parameter(s) expected and ${this.values.length} given`,
      )
    return value
  }

  text(index: number): string {
    const value = this.value(index)
    return typeof value === 'string' ? value : this.#refuse(index, 'string')
  }

  integer(index: number): number {
    const value = this.value(index)
    return typeof value === 'number' ? value : this.#refuse(index, 'integer')
  }

  boolean(index: number): boolean {
    const value = this.value(index)
    return typeof value === 'boolean' ? value : this.#refuse(index, 'boolean')
  }

  list(index: number): Json[] {
    const value = this.value(index)
    return Array.isArray(value) ? value : this.#refuse(index, 'array')
  }

  object(index: number): JsonObject {
    const value = this.value(index)
    return isJsonObject(value) ? value : this.#refuse(index, 'object')
  }

  #refuse(index: number, kind: string): never {
    throw new TemplateError(
      `Unable to evaluate template language function '${this.name}': the value of parameter ${index + 1} is not of type '${kind}'`,
    )
  }
}
