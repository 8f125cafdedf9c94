import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const moduleAt = (name) => JSON.stringify(join(import.meta.dirname, name))

/** Runs the story, given as the text of a function, in a separate process: it might end it. */
function run(story) {
  const script = `const { boundedStory } = await import(${moduleAt('bounded-story.mjs')})
    const { endWith } = await import(${moduleAt('outcome.mjs')})
    endWith(await boundedStory({ name: 'trial', limitMs: 20_000 }, ${story}))`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return { said: stdout.trim().split('\n'), status }
}

it('counts one failure where several parts break at once', () => {
  const { said, status } = run(`() => {
    for (const part of [1, 2, 3]) setTimeout(() => { throw new Error('part ' + part) })
    return new Promise(() => undefined)
  }`)
  expect(said[0]).toContain('part 1')
  expect([said.at(-1), status]).toEqual(['0 passed, 1 failed', 1])
})
