import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { stepsOf } from './page-steps.mjs'

const page = `# A page

## 1. First

\`\`\`bash
npm ci
\`\`\`

\`\`\`text
added … packages
\`\`\`

\`\`\`sh
az login
\`\`\`

\`\`\`text
only in Azure
\`\`\`

## 2. Second

\`\`\`bash
# in a terminal of its own
npm start
\`\`\`

Some words.

\`\`\`text
of something else
\`\`\`
`

describe('the steps of a page', () => {
  it('are its blocks of bash, with what is shown right after them', () => {
    expect(stepsOf(page)).toEqual([
      { heading: '1. First', commands: 'npm ci\n', shown: 'added … packages\n', inOwnTerminal: false },
      { heading: '2. Second', commands: 'npm start\n', shown: '', inOwnTerminal: true },
    ])
  })

  it('go, in run-on-azure.md, from the packages to what az sees of the version', () => {
    const steps = stepsOf(readFileSync(join(root, 'docs/run-on-azure.md'), 'utf8'))
    expect(steps[0]?.commands).toBe('npm ci\n')
    expect(steps.filter(({ inOwnTerminal }) => inOwnTerminal)).toHaveLength(2)
    expect(steps.some(({ commands }) => commands.includes('az sig image-version show'))).toBe(true)
  })
})
