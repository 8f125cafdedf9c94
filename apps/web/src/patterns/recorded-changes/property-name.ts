/**
 * The path of a property in plain words, by `names`: paths without `properties.` and the places in lists, in small
 * letters. Places that have a name, such as `[West Europe]`, follow in parentheses. Whatever is not known there, and
 * the name of a tag, stays as Azure writes it.
 */
export function propertyName(path: string, names: Readonly<Record<string, string>>): string {
  const plain = path
    .replace(/^properties\./, '')
    .replaceAll(/\[[^\]]*\]|\.\d+(?=\.|$)/g, '')
    .toLowerCase()
  const places = [...path.matchAll(/\[(?!\d+\])([^\]]+)\]/g)].map(([, place]) => place).join(', ')
  if (Object.hasOwn(names, plain)) return `${names[plain]}${places && ` (${places})`}`
  const tag = /^tags\.(.+)$/.exec(path)?.[1]
  return tag === undefined ? path : `${names['tags'] ?? 'tags'}: ${tag}`
}
