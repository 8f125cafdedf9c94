import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const at = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** What a process has loaded after it starts with this source of shared state. */
function loadedWith(source: string): string {
  const script = `
    import { createRequire } from 'node:module'
    import ${at('../app.ts')}
    import { startSharedState } from ${at('start-shared-state.ts')}
    await startSharedState(${source}, {}).catch(() => undefined)
    console.log(Object.keys(createRequire(import.meta.url).cache).join('\\n'))
    process.exit()`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  return stdout
}

it('a process that stands alone loads no client of Redis', () => {
  const client = /@redis\/client/
  expect(loadedWith('undefined')).not.toMatch(client)
  expect(loadedWith("{ url: 'redis://localhost', sealingKeyFile: '/nowhere' }")).toMatch(client)
}, 120_000)
