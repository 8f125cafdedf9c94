import { bodyBomb, galleryBomb, type Bomb } from './bomb.ts'

const megabyte = 1024 ** 2

/** Bodies that take minutes to parse, or a hundred times their size in memory. */
export const bodyBombs: Bomb[] = [
  bodyBomb('an open brace and 4 MB of spaces', () => `{${' '.repeat(4 * megabyte - 10)}!`),
  bodyBomb('a text of escaped quotes without an end', () => `"${'\\"'.repeat(2 * megabyte - 10)}`),
  bodyBomb('comments without an end', () => '/* '.repeat(megabyte)),
  bodyBomb('a million empty objects', () => `{"a":[${'{},'.repeat(megabyte)}{}]}`),
  bodyBomb('a million names without quotes', () => `{${'a:1,'.repeat(megabyte - 10)}!`),
  bodyBomb('four million open brackets', () => '['.repeat(4 * megabyte - 10)),
  galleryBomb('tags of a megabyte', () => ({ tags: { big: 'x'.repeat(megabyte) } })),
  galleryBomb('a hundred thousand tags', () => ({
    tags: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`t${index}`, ''])),
  })),
]
