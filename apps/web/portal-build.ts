import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const manifest = z.object({ version: z.string() })

/** The facts about a build of the portal. */
export interface PortalBuild {
  /** of package.json */
  version: string
  /** ten digits of it, and `-dirty` with uncommitted changes; undefined without git */
  commit: string | undefined
}

/**
 * Version and commit of the project in the folder `root`. A build without git's history, for example that of a
 * container image, gets the commit from the variable REVISION.
 */
export function portalBuild(root: string, env: NodeJS.ProcessEnv): PortalBuild {
  const { version } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return { version, commit: commitOf(root) ?? env['REVISION']?.match(/^[0-9a-f]{10}/)?.[0] }
}

function commitOf(root: string): string | undefined {
  try {
    const asked = ['describe', '--always', '--dirty', '--abbrev=10', '--exclude=*']
    return execFileSync('git', asked, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}
