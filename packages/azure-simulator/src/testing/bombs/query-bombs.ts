import { queryBomb, type Bomb } from './bomb.ts'

const times = (count: number, text: string) => text.repeat(count)
const list = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index))

const join = ' | join kind=inner (Resources | extend k = 1) on k'

/** Queries of Resource Graph that multiply rows, texts or brackets. */
export const queryBombs: Bomb[] = [
  queryBomb('two joins of everything with everything', () => `Resources | extend k = 1${times(2, join)} | count`),
  queryBomb('four joins of everything with everything', () => `Resources | extend k = 1${times(4, join)} | count`),
  queryBomb(
    'joins within joins',
    () => `Resources | extend k = 1${times(40, ' | join kind=inner (Resources | extend k = 1')}${times(40, ') on k')}`,
  ),
  queryBomb('mv-expand three times', () => {
    const made = 'Resources | extend l = split(strcat(id, id, id, id), "")'
    return `${made}${times(3, ' | mv-expand m = l')} | count`
  }),
  queryBomb(
    'a text that is doubled thirty times',
    () => `Resources | extend t = 'xxxxxxxx'${times(30, ' | extend t = strcat(t, t)')}`,
  ),
  queryBomb(
    'a list that is doubled thirty times',
    () => `Resources | extend t = 'a,b'${times(30, " | extend t = strcat(t, ',', t)")} | extend l = split(t, ',')`,
  ),
  queryBomb(
    'a hundred thousand columns',
    () => `Resources | extend ${list(100_000, (index) => `c${index} = 1`).join(', ')}`,
  ),
  queryBomb(
    'a list of four hundred thousand',
    () => `Resources | where name in (${list(400_000, () => "'x'").join(',')})`,
  ),
  queryBomb(
    'a hundred thousand brackets',
    () => `Resources | where ${times(100_000, '(')}1 == 1${times(100_000, ')')}`,
  ),
  queryBomb('two hundred thousand times or', () => `Resources | where ${list(200_000, () => '1 == 2').join(' or ')}`),
  queryBomb('two hundred thousand times and', () => `Resources | where ${list(200_000, () => '1 == 1').join(' and ')}`),
  queryBomb('a path of two hundred thousand steps', () => `Resources | project p = properties${times(200_000, '.a')}`),
  queryBomb(
    'functions within functions',
    () => `Resources | extend t = ${times(50_000, 'tolower(')}name${times(50_000, ')')}`,
  ),
  queryBomb(
    'a thousand times has on all properties',
    () => `Resources | where ${list(1_000, () => "tostring(properties) has 'zzz'").join(' or ')}`,
  ),
  queryBomb('a hundred sorts', () => `Resources${times(100, ' | order by tostring(properties) asc, id desc')}`),
  queryBomb(
    'a list of everything for every row',
    () =>
      `Resources | extend k = 1 | join kind=inner (Resources | extend k = 1 | summarize l = make_list(properties) by k) on k | extend t = tostring(l) | summarize make_set(t)`,
  ),
  queryBomb('ten thousand columns', () => `Resources | extend ${list(10_000, (index) => `c${index} = 1`).join(', ')}`),
  queryBomb('a list of fifty thousand', () => `Resources | where name in~ (${list(50_000, () => "'x'").join(',')})`),
  queryBomb('twenty thousand times or', () => `Resources | where ${list(20_000, () => '1 == 2').join(' or ')}`),
  queryBomb('a path of a hundred thousand steps', () => `Resources | project p = properties${times(100_000, '.a')}`),
  queryBomb(
    'twenty thousand functions within each other',
    () => `Resources | extend t = ${times(20_000, 'tolower(')}name${times(20_000, ')')}`,
  ),
  queryBomb('a text without an end', () => `Resources | where name == '${times(100_000, "\\'")}`),
  queryBomb(
    'lists of lists of lists',
    () =>
      `Resources | extend k = 1, l = id${times(40, ' | summarize l = make_list(l) by k | extend l = split(tostring(l), "/")')}`,
  ),
]
