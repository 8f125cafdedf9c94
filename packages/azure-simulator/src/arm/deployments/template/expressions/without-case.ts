import type { Json, JsonObject } from '../../../../json.ts'

const namesOf = new WeakMap<JsonObject, Map<string, string>>()

/** The value at `name`, in any case; undefined if there is none. `values` must not change afterwards. */
export function withoutCase(values: JsonObject, name: string): Json | undefined {
  if (Object.hasOwn(values, name)) return values[name]
  const names = namesOf.get(values) ?? indexOf(values)
  const key = names.get(name.toLowerCase())
  return key === undefined ? undefined : values[key]
}

function indexOf(values: JsonObject): Map<string, string> {
  const names = new Map<string, string>()
  for (const key of Object.keys(values)) if (!names.has(key.toLowerCase())) names.set(key.toLowerCase(), key)
  namesOf.set(values, names)
  return names
}
