import type { Json, JsonObject } from '../../../json.ts'

/** The value at `name`, in whatever case it is written; undefined if there is none. */
export function withoutCase(values: JsonObject, name: string): Json | undefined {
  const wanted = name.toLowerCase()
  const key = Object.keys(values).find((other) => other.toLowerCase() === wanted)
  return key === undefined ? undefined : values[key]
}
