import { expect, it } from 'vitest'
import { byteOrderMark, linesOfCsv } from './rows-as-csv.ts'

it('quotes every cell, ends every line as RFC 4180 says, and keeps letters of any language', () => {
  expect(
    linesOfCsv([
      ['Name', 'Region'],
      ['a "b", c', 'Città'],
    ]),
  ).toBe('"Name","Region"\r\n"a ""b"", c","Città"\r\n')
})

it('keeps a spreadsheet from running what a name begins with', () => {
  expect(linesOfCsv([['=HYPERLINK("x")', '@a', '-1', '+1', '\tb']])).toBe(
    `"'=HYPERLINK(""x"")","'@a","'-1","'+1","'\tb"\r\n`,
  )
})

it('begins with what tells Excel that it is UTF-8', () => {
  expect([...new TextEncoder().encode(byteOrderMark)]).toEqual([0xef, 0xbb, 0xbf])
})
