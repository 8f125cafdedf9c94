import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exporters } from '@portal/code'
import { expect, it } from 'vitest'
import { en } from '../../apps/web/src/i18n/en.ts'
import { it as italian } from '../../apps/web/src/i18n/it.ts'
import { root } from '../run-step.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')

it('the numbers of the landing page are those of the repository, in both languages', () => {
  const [, regions, disks] = /\{ regions: (\d+), disks: (\d+) \},\n\]/.exec(read('bench/matrix.mjs'))
  const [, versions] = /regions, ([\d,]+)\s+image versions/.exec(read('docs/scale.md'))
  const figures = [`${regions} × ${disks}`, String(Object.keys(exporters).length), versions]
  expect(en.auth.landingFacts.map(({ figure }) => figure)).toEqual(figures)
  const inItalian = figures.map((figure) => figure.replace(',', '.'))
  expect(italian.auth.landingFacts.map(({ figure }) => figure)).toEqual(inItalian)
})
