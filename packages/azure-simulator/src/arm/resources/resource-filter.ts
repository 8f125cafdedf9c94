import { sameRegion } from '@portal/arm'
import type { StoredResource } from '../../store/store.ts'
import { ArmRefusal } from '../errors.ts'

type Test = (resource: StoredResource) => boolean

/** A `$filter` of a list of resources, read. */
export interface ResourceFilter {
  matches: Test
  /** whether it filters by tag */
  isByTag: boolean
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

const fields: Record<string, (resource: StoredResource, value: string) => boolean> = {
  resourcetype: ({ type }, value) => same(type, value),
  resourcegroup: ({ id }, value) => same(id.split('/')[4] ?? '', value),
  name: ({ name }, value) => same(name, value),
  location: ({ location }, value) => sameRegion(location, value),
  // The names of tags are not case-sensitive, their values are.
  tagname: ({ tags }, value) => Object.keys(tags ?? {}).some((tag) => same(tag, value)),
  tagvalue: ({ tags }, value) => Object.values(tags ?? {}).includes(value),
}

/**
 * The filters that clients send: `field eq 'value'` or `ne`, joined by `and` or by `or`; `tagName eq 'a' and tagValue
 * eq 'b'`, which is of one tag; `startswith(tagName, 'a')`; `substringof('a', name)`. Throws 400 for any other.
 * https://learn.microsoft.com/rest/api/resources/resources/list
 */
export function resourceFilter(filter: string | undefined): ResourceFilter {
  if (filter === undefined || filter.trim() === '') return { matches: () => true, isByTag: false }
  const isByTag = /\btag(name|value)\b/i.test(filter)
  const tag = /^\s*tagName\s+eq\s+'([^']*)'\s+and\s+tagValue\s+eq\s+'([^']*)'\s*$/i.exec(filter)
  if (tag) {
    const [, name = '', value] = tag
    const matches: Test = ({ tags }) =>
      Object.entries(tags ?? {}).some(([known, found]) => same(known, name) && found === value)
    return { matches, isByTag }
  }
  const joint = / or /i.test(filter) ? ' or ' : ' and '
  const tests = filter.split(new RegExp(joint, 'i')).map((clause) => testOf(clause.trim(), filter))
  const matches: Test = (resource) =>
    joint === ' or ' ? tests.some((test) => test(resource)) : tests.every((test) => test(resource))
  return { matches, isByTag }
}

function testOf(clause: string, filter: string): Test {
  const [, prefix] = /^startswith\(\s*tagName\s*,\s*'([^']*)'\s*\)$/i.exec(clause) ?? []
  if (prefix !== undefined)
    return ({ tags }) => Object.keys(tags ?? {}).some((tag) => tag.toLowerCase().startsWith(prefix.toLowerCase()))
  const [, part] = /^substringof\(\s*'([^']*)'\s*,\s*name\s*\)$/i.exec(clause) ?? []
  if (part !== undefined) return ({ name }) => name.toLowerCase().includes(part.toLowerCase())
  const [, field = '', operator = '', value = ''] = /^\(?\s*(\w+)\s+(eq|ne)\s+'([^']*)'\s*\)?$/i.exec(clause) ?? []
  const test = fields[field.toLowerCase()]
  if (test === undefined)
    throw new ArmRefusal(400, {
      code: 'InvalidFilterInQueryString',
      message: `Invalid $filter '${filter}' specified in the query string.`,
    })
  return (resource) => test(resource, value) === (operator.toLowerCase() === 'eq')
}
