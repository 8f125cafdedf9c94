import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'

/**
 * Compares `text` with the golden file of that name beside the running spec, in `golden/`. `--update-snapshots` writes
 * the files anew; a missing file is written, and fails the test once.
 */
export function expectGolden(text: string, name: string): void {
  const { file, config } = test.info()
  const path = join(dirname(file), 'golden', name)
  const isUpdate = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed'
  if (isUpdate || !existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    if (!isUpdate) expect.soft(name, 'has no golden file yet').toBe('')
    return
  }
  expect.soft(text, `${name} has changed: look at it, and run with --update-snapshots`).toBe(readFileSync(path, 'utf8'))
}
