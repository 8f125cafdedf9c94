/**
 * The path of a property in plain words, by `names`: paths without `properties.` and the numbers of lists, in small
 * letters. Whatever is not known there, and the name of a tag, stays as Azure writes it.
 */
export function propertyName(path: string, names: Readonly<Record<string, string>>): string {
  const plain = path
    .replace(/^properties\./, '')
    .replaceAll(/\[\d+\]|\.\d+(?=\.|$)/g, '')
    .toLowerCase()
  if (Object.hasOwn(names, plain)) return names[plain] ?? path
  const tag = /^tags\.(.+)$/.exec(path)?.[1]
  return tag === undefined ? path : `${names['tags'] ?? 'tags'}: ${tag}`
}
