import { expect, it } from 'vitest'
import { changesCsv } from './changes-csv.ts'
import { historyEn } from './history-texts.ts'

it('has a line for each property of each change, and one for a change without any, no formula among them', () => {
  const change = { id: 'c', resourceId: '/r', changeType: 'Update', time: '2026-11-24T10:00:00Z' } as const
  const csv = changesCsv(
    [
      {
        ...change,
        changedBy: 'ada@contoso.example',
        client: 'Azure CLI',
        properties: [
          { path: 'properties.a', before: '=1+1' },
          { path: 'tags.b', after: 'x,y' },
        ],
      },
      { ...change, changeType: 'Delete', properties: [] },
    ],
    historyEn,
  )
  const lines = csv.replace('\u{FEFF}', '').trimEnd().split('\r\n')
  expect(lines.map((line) => line.slice(1, -1).split('","'))).toEqual([
    ['Time', 'Resource ID', 'Change', 'Property', 'Before', 'After', 'Changed by', 'Type', 'Client', 'Operation'],
    ['2026-11-24T10:00:00Z', '/r', 'Update', 'properties.a', "'=1+1", '', 'ada@contoso.example', '', 'Azure CLI', ''],
    ['2026-11-24T10:00:00Z', '/r', 'Update', 'tags.b', '', 'x,y', 'ada@contoso.example', '', 'Azure CLI', ''],
    ['2026-11-24T10:00:00Z', '/r', 'Delete', '', '', '', '', '', '', ''],
  ])
})
