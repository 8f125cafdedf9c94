import { readFile } from 'node:fs/promises'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { reminder } from '../process/reminder.ts'
import { codeOf } from '../refusals/refusal.ts'
import type { Logger } from '../telemetry/log.ts'
import { restrictionsIn, type Restrictions } from './restrictions.ts'

/** The file with the operators' decisions, which every process watches. */
export interface OperatorsFile {
  /** what the last valid file said */
  readonly restrictions: Restrictions
  /** reads it again; while it is invalid, that is logged once a minute, and the last valid content stays in effect */
  look(): Promise<void>
  troubles(): string[]
}

/** No file, and no restrictions. */
export const noOperatorsFile: OperatorsFile = {
  restrictions: { isReadOnly: false, blocked: new Set(), signOutBefore: undefined },
  look: () => Promise.resolve(),
  troubles: () => [],
}

interface Surroundings {
  logger: Logger
  /** ms since 1970 */
  now: () => number
}

/** Throws `ConfigurationFaults` if the file can't be read or has other content than `restrictionsIn` reads. */
export async function loadOperatorsFile(file: string, { logger, now }: Surroundings): Promise<OperatorsFile> {
  const refusal = reminder(now)
  let isRefused = false
  let text: string | undefined
  let restrictions = await read()

  async function read(): Promise<Restrictions> {
    const found = await textOf(file)
    const { restrictions: said, faults } = restrictionsIn(found)
    if (faults.length > 0) throw new ConfigurationFaults(faults)
    if (refusal.end() || found !== text) {
      const { isReadOnly, blocked, signOutBefore } = said
      const before = signOutBefore === undefined ? undefined : new Date(signOutBefore).toISOString()
      logger.warn({ event: 'operators-file-read', readOnly: isReadOnly, blocked: blocked.size, signOutBefore: before })
    }
    text = found
    isRefused = false
    return said
  }

  return {
    get restrictions() {
      return restrictions
    },
    async look() {
      try {
        restrictions = await read()
      } catch (error) {
        isRefused = true
        const reason = error instanceof ConfigurationFaults ? error.faults.join(' ') : 'unknown'
        if (refusal.isDue(reason)) logger.error({ event: 'operators-file-refused', reason })
      }
    },
    troubles: () => (isRefused ? ['operators-file-refused'] : []),
  }
}

// UTF-8, or UTF-16 as PowerShell 5 writes files; the decoder drops the mark at the beginning.
async function textOf(file: string): Promise<string> {
  try {
    const bytes = await readFile(file)
    return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
  } catch (error) {
    throw new ConfigurationFaults([`OPERATORS_FILE is "${file}", which can't be read (${codeOf(error) ?? 'unknown'}).`])
  }
}
