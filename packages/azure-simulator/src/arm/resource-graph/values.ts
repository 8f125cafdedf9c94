import { treeSize } from '../../budget/tree-size.ts'
import { spend } from '../../budget/work-budget.ts'
import type { Json, JsonObject } from '../../json.ts'
import { spanOf, timeOf } from './scalars/times.ts'

/** A row of a table: its cells by the names of the columns. */
export type Row = JsonObject

/** Text as from `tostring`: null is '', objects and lists are JSON. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? jsonOf(value) : String(value)
}

// A hundred thousand versions share a thousand profiles: each is written once, and its text is the same text.
const texts = new WeakMap<Json[] | JsonObject, string>()

// A part that occurs many times is written as often: its length is computed beforehand.
function jsonOf(value: Json[] | JsonObject): string {
  spend(treeSize(value).characters / 8)
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}

/** A key that is the same for the same value: the value itself, unless it is a list or an object. */
export function keyOf(value: Json | undefined): string | number | boolean | null {
  // No text of Azure's starts with NUL.
  return typeof value === 'object' && value !== null ? `\0${jsonOf(value)}` : (value ?? null)
}

/** Negative, 0 or positive as in `sort`: numbers by size, times by time, everything else as text; null is first. */
export function compare(one: Json | undefined, other: Json | undefined): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  const [left, right] = [textOf(one), textOf(other)]
  if (left === right) return 0
  if (isWholeDatetime(left) && isWholeDatetime(right)) return left < right ? -1 : 1
  const [time, otherTime] = [momentOf(left), momentOf(right)]
  if (time !== undefined && otherTime !== undefined) return time - otherTime
  return left < right ? -1 : 1
}

// As `datetime` writes it: two of these are in the order of their texts.
function isWholeDatetime(text: string): boolean {
  return text.length === 24 && text[4] === '-' && text[10] === 'T' && text[23] === 'Z' && wholeShape.test(text)
}

const wholeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

// Most texts are neither: only a digit or a sign can begin one, and it has this mark.
function momentOf(text: string): number | undefined {
  const isTime = text.length < 40 && /^[-\d]/.test(text) && (text.includes(':') || text.includes('-'))
  return isTime ? (timeOf(text) ?? spanOf(text)) : undefined
}
