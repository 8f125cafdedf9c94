import type { IssuePath } from '@portal/image-version'

/** A field of the plan as an attribute of its element, so that the code next to the form knows the focused field. */
export function fieldAttribute(path: IssuePath): { 'data-field': string } {
  return { 'data-field': path.join('/') }
}

/** The field of an element, '' if none. */
export function fieldOf(target: EventTarget): string {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null
  return element?.dataset['field'] ?? ''
}

/**
 * The lines that show the field or a part of it; if there are none, those of the nearest object that contains it, for
 * example a region with one line for all its sets. `paths`: what each line shows.
 */
export function linesOfField(paths: IssuePath[], field: string): boolean[] {
  const names = paths.map((path) => path.join('/'))
  const own = names.map((name) => field !== '' && (name === field || name.startsWith(`${field}/`)))
  if (own.includes(true)) return own
  const wholes = names.filter((name) => name !== '' && field.startsWith(`${name}/`))
  const nearest = wholes.toSorted((one, other) => other.length - one.length)[0]
  return names.map((name) => nearest !== undefined && name === nearest)
}
