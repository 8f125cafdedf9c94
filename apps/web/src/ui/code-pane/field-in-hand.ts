import type { IssuePath } from '@portal/image-version'

/** A field of the plan as an attribute of its element, for the code beside the form to know which one is in hand. */
export function fieldAttribute(path: IssuePath): { 'data-field': string } {
  return { 'data-field': path.join('/') }
}

/** The field that an element belongs to, '' if none. */
export function fieldOf(target: EventTarget): string {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null
  return element?.dataset['field'] ?? ''
}

/** Whether a line that shows `path` shows the field, a part of it, or what it is a part of. */
export function showsField(path: IssuePath, field: string): boolean {
  if (path.length === 0 || field === '') return false
  const line = path.join('/')
  return line === field || line.startsWith(`${field}/`) || field.startsWith(`${line}/`)
}
