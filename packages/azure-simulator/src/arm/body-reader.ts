import { isJsonObject, type JsonObject } from '../json.ts'
import { invalidRequestContent } from './errors.ts'

/**
 * Reads the properties of a request body one by one. Missing or null values are undefined; values of the wrong type are
 * refused with 400 InvalidRequestContent, naming the path.
 */
export interface BodyReader {
  text(key: string): string | undefined
  integer(key: string): number | undefined
  boolean(key: string): boolean | undefined
  object(key: string): BodyReader | undefined
  objects(key: string): BodyReader[] | undefined
}

/** `path` is the position of `body` in the request, '' for the whole request. */
export function bodyReader(body: JsonObject, path = ''): BodyReader {
  const pathTo = (key: string) => (path === '' ? key : `${path}.${key}`)
  const unexpected = (key: string) => invalidRequestContent(`Error converting the value at path '${pathTo(key)}'`)
  const read = <T>(key: string, isKind: (value: unknown) => value is T): T | undefined => {
    const value = body[key]
    if (value === undefined || value === null) return undefined
    if (!isKind(value)) throw unexpected(key)
    return value
  }
  return {
    text: (key) => read(key, (value) => typeof value === 'string'),
    integer: (key) => read(key, (value): value is number => Number.isSafeInteger(value)),
    boolean: (key) => read(key, (value) => typeof value === 'boolean'),
    object(key) {
      const value = read(key, isJsonObject)
      return value && bodyReader(value, pathTo(key))
    },
    objects(key) {
      const list = read(key, Array.isArray)
      return list?.map((item: unknown, index) => {
        if (!isJsonObject(item)) throw unexpected(`${key}[${index}]`)
        return bodyReader(item, `${pathTo(key)}[${index}]`)
      })
    },
  }
}
