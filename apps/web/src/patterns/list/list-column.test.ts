import { expect, it } from 'vitest'
import { columnsThatFit, type ListColumns } from './list-column.ts'

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
