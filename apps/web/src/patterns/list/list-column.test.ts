import { describe, expect, it } from 'vitest'
import { columnsThatFit, columnsWithContent, type ListColumns } from './list-column.ts'

const column = (heading: string, least: number, goesAs?: number) => ({
  heading,
  width: [least, 1] as const,
  text: () => '',
  ...(goesAs !== undefined && { goesAs }),
})
const columns: ListColumns<object, never> = [
  column('Name', 200),
  column('Published', 100, 1),
  column('Region', 100),
  column('Resource group', 100, 2),
]

it.each([
  [500, ['Name', 'Published', 'Region', 'Resource group']],
  [499, ['Name', 'Published', 'Region']],
  [300, ['Name', 'Region']],
  [299, undefined],
])('in %i pixels, the columns that fit are %j', (width, headings) => {
  expect(columnsThatFit(columns, width)?.map(({ heading }) => heading)).toEqual(headings)
})

describe('a column that has nothing of a row', () => {
  type Row = { endOfLife?: string }
  const sparse: ListColumns<Row, never> = [
    column('Name', 200),
    column('Published', 118),
    { ...column('End of life', 122), isEmpty: ({ endOfLife }: Row) => endOfLife === undefined },
    column('Region', 100),
  ]
  const shown = (rows: Row[]) => columnsWithContent(sparse, rows).map(({ heading, width }) => [heading, width[0]])

  it.each([[[]], [[{}, {}]]])('is not shown for %j, and its place stays', (rows) => {
    expect(shown(rows)).toEqual([
      ['Name', 200],
      ['Published', 240],
      ['Region', 100],
    ])
  })

  it('is shown once one row has something', () => {
    expect(shown([{}, { endOfLife: '2030-01-01' }])).toEqual([
      ['Name', 200],
      ['Published', 118],
      ['End of life', 122],
      ['Region', 100],
    ])
  })
})
