import type { RecordedChange } from '@portal/portal-api'
import { byteOrderMark, linesOfCsv } from '../list/rows-as-csv.ts'
import type { HistoryTexts } from './history-texts.ts'

/** Recorded changes as a CSV file, a line for each property, with all values as Azure writes them. */
export function changesCsv(changes: readonly RecordedChange[], t: HistoryTexts): string {
  const { csv } = t
  const headings = [t.time, csv.resourceId, t.change, csv.property, csv.before, csv.after]
  const lines = changes.flatMap(({ properties, ...change }) => {
    const { time, resourceId, changeType, changedBy = '', changedByType = '', client = '', operation = '' } = change
    const by = [changedBy, changedByType, client, operation]
    const of = (path: string, before = '', after = '') => [time, resourceId, changeType, path, before, after, ...by]
    return properties.length === 0 ? [of('')] : properties.map(({ path, before, after }) => of(path, before, after))
  })
  return byteOrderMark + linesOfCsv([[...headings, t.by, csv.byType, csv.client, csv.operation], ...lines])
}
