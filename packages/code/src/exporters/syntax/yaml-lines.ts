import type { IssuePath } from '@portal/image-version'
import { ansibleQuoted } from '../../quoting/ansible.ts'
import { indented, type CodeLine } from '../shown/code-line.ts'
import { NamedByUser } from '../shown/named-by-user.ts'
import { Shown } from '../shown/shown.ts'
import { prefixed } from './literal-lines.ts'

/** A JSON value as block YAML, for Ansible. An empty list or object has no block form, and is written in brackets. */
export function yamlLines(value: unknown, path: IssuePath = []): CodeLine[] {
  if (value instanceof Shown) return yamlLines(value.value, value.path)
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item: unknown) => {
      const [first, ...rest] = yamlLines(item, path)
      return first === undefined ? [] : [...prefixed('- ', [first]), ...indented(rest)]
    })
  if (value instanceof NamedByUser)
    return Object.entries(value.members).flatMap(([name, member]) => memberLines(ansibleQuoted(name), member, path))
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (members.length > 0)
    return members.flatMap(([name, member]: [string, unknown]) =>
      member === undefined ? [] : memberLines(bareOrQuoted(name), member, path),
    )
  return [{ text: typeof value === 'string' ? ansibleQuoted(value) : JSON.stringify(value), path }]
}

function bareOrQuoted(name: string): string {
  return /^[A-Za-z][\w.]*$/.test(name) ? name : ansibleQuoted(name)
}

function memberLines(name: string, value: unknown, path: IssuePath): CodeLine[] {
  const key = `${name}:`
  const lines = yamlLines(value, path)
  const plain = value instanceof Shown ? value.value : value
  const isBlock = typeof plain === 'object' && plain !== null && Object.keys(plain).length > 0
  if (!isBlock) return prefixed(`${key} `, lines)
  return [{ text: key, path: value instanceof Shown ? value.path : path }, ...indented(lines)]
}
