import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exporters } from '@portal/code'
import { expect, it } from 'vitest'
import { en } from '../../apps/web/src/i18n/shared-texts.en.ts'
import { it as italian } from '../../apps/web/src/i18n/shared-texts.it.ts'
import { root } from '../run-step.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')

it('the numbers of the landing page are those of the repository, in both languages', () => {
  // What the first button of Home takes to a created version.
  const [, clicks] = /As the landing page says\.\n\s+expect\(await actsOf\(page\)\)\.toEqual\(\{ clicks: (\d)/.exec(
    read('e2e/image-versions/next-version.spec.ts'),
  )
  const formats = Object.keys(exporters).length
  const figuresOf = ({ auth }) => auth.landingFacts.map(({ figure }) => figure)
  expect(figuresOf(en)).toEqual([`${clicks} clicks`, 'Every disk', `${formats} formats`])
  expect(figuresOf(italian)).toEqual([`${clicks} clic`, 'Ogni disco', `${formats} formati`])
})
