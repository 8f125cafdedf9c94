import { readFile } from 'node:fs/promises'
import type { Caller } from '../auth/caller.ts'
import { ConfigurationFaults } from '../config/configuration-faults.ts'
import { isGuid } from '../config/environment.ts'
import type { Logger } from '../http/log.ts'

/** How often to check whether the file has changed. */
export const blockListMs = 5_000

/** The blocked tenants and users. */
export interface BlockList {
  has(caller: Pick<Caller, 'tid' | 'oid'>): boolean
  /** reads the file again; an invalid one is logged once, and the previous content stays in effect */
  look(): Promise<void>
}

/** Nobody. */
export const nobodyBlocked: BlockList = { has: () => false, look: () => Promise.resolve() }

/**
 * Reads the file: a line has the ID of a tenant, or those of a tenant and of a user in it; text after # is a comment.
 * Throws `ConfigurationFaults` if it can't be read or has other content.
 */
export async function loadBlockList(file: string, logger: Logger): Promise<BlockList> {
  let blocked = await read(file)
  let told = ''
  return {
    has: ({ tid, oid }) => blocked.has(tid.toLowerCase()) || blocked.has(`${tid} ${oid}`.toLowerCase()),
    async look() {
      try {
        const found = await read(file)
        told = ''
        if (found.size === blocked.size && [...found].every((entry) => blocked.has(entry))) return
        blocked = found
        logger.warn({ event: 'block-list-read', entries: found.size })
      } catch (error) {
        const reason = error instanceof ConfigurationFaults ? error.faults.join(' ') : 'unknown'
        if (reason !== told) logger.error({ event: 'block-list-refused', reason })
        told = reason
      }
    },
  }
}

async function read(file: string): Promise<Set<string>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new ConfigurationFaults([`BLOCK_LIST_FILE is "${file}", which can't be read (${code}).`])
  })
  const lines = text.split('\n').map((line) => line.replace(/#.*$/, '').trim().toLowerCase())
  const faults: string[] = []
  for (const [index, line] of lines.entries()) {
    const ids = line.split(/\s+/)
    if (line !== '' && (ids.length > 2 || !ids.every(isGuid)))
      faults.push(
        `BLOCK_LIST_FILE: line ${index + 1} must contain the ID of a tenant, or the IDs of a tenant and a user.`,
      )
  }
  if (faults.length > 0) throw new ConfigurationFaults(faults)
  return new Set(lines.filter((line) => line !== '').map((line) => line.split(/\s+/).join(' ')))
}
