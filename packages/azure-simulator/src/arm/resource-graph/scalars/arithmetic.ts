import type { Json } from '../../../json.ts'
import { datetime, spanOf, timeOf, timespan } from './times.ts'

export type Arithmetic = (left: Json | undefined, right: Json | undefined) => Json

const isWhole = (...numbers: number[]) => numbers.every((number) => Number.isInteger(number))
// What has no value, infinity too, is null in an answer.
const finite = (number: number) => (Number.isFinite(number) ? number : null)

function add(left: Json | undefined, right: Json | undefined): Json {
  if (typeof left === 'number' && typeof right === 'number') return finite(left + right)
  const [time, otherTime, span, otherSpan] = [timeOf(left), timeOf(right), spanOf(left), spanOf(right)]
  if (time !== undefined && otherSpan !== undefined) return datetime(time + otherSpan)
  if (span !== undefined && otherTime !== undefined) return datetime(span + otherTime)
  return span !== undefined && otherSpan !== undefined ? timespan(span + otherSpan) : null
}

function subtract(left: Json | undefined, right: Json | undefined): Json {
  if (typeof left === 'number' && typeof right === 'number') return finite(left - right)
  const [time, otherTime, span, otherSpan] = [timeOf(left), timeOf(right), spanOf(left), spanOf(right)]
  if (time !== undefined && otherTime !== undefined) return timespan(time - otherTime)
  if (time !== undefined && otherSpan !== undefined) return datetime(time - otherSpan)
  return span !== undefined && otherSpan !== undefined ? timespan(span - otherSpan) : null
}

function multiply(left: Json | undefined, right: Json | undefined): Json {
  if (typeof left === 'number' && typeof right === 'number') return finite(left * right)
  const [span, otherSpan] = [spanOf(left), spanOf(right)]
  if (span !== undefined && typeof right === 'number') return timespan(span * right)
  return typeof left === 'number' && otherSpan !== undefined ? timespan(left * otherSpan) : null
}

// Whole numbers are divided to a whole one.
function divide(left: Json | undefined, right: Json | undefined): Json {
  const [span, otherSpan] = [spanOf(left), spanOf(right)]
  if (span !== undefined && otherSpan !== undefined) return finite(span / otherSpan)
  if (span !== undefined && typeof right === 'number' && right !== 0) return timespan(span / right)
  if (typeof left !== 'number' || typeof right !== 'number') return null
  return finite(isWhole(left, right) ? Math.trunc(left / right) : left / right)
}

function remainder(left: Json | undefined, right: Json | undefined): Json {
  return typeof left === 'number' && typeof right === 'number' ? finite(left % right) : null
}

/**
 * The operators of numbers, datetimes and timespans; of anything else the result is null.
 * https://learn.microsoft.com/azure/data-explorer/kusto/query/datetime-timespan-arithmetic
 */
export const sums = new Map<string, Arithmetic>([
  ['+', add],
  ['-', subtract],
])
export const products = new Map<string, Arithmetic>([
  ['*', multiply],
  ['/', divide],
  ['%', remainder],
])

/** `value` rounded down to a multiple of `size`: numbers, datetimes and timespans. */
export function bin(value: Json | undefined, size: Json | undefined): Json {
  const [time, span, step] = [timeOf(value), spanOf(value), spanOf(size)]
  if (time !== undefined && step !== undefined && step > 0) return datetime(Math.floor(time / step) * step)
  if (span !== undefined && step !== undefined && step > 0) return timespan(Math.floor(span / step) * step)
  if (typeof value !== 'number' || typeof size !== 'number' || size <= 0) return null
  return Math.floor(value / size) * size
}
