import type { Logger } from '../http/log.ts'
import { blockListMs, loadBlockList, nobodyBlocked } from './block-list.ts'
import type { Operators } from './operators.ts'
import { readOnlySwitch } from './read-only-switch.ts'

export interface OperatorsConfig {
  readOnly: boolean
  /** undefined: nobody is blocked */
  blockListFile: string | undefined
}

/**
 * What the variables say, and from then on what SIGUSR2 and the file say. Throws `ConfigurationFaults` where the file
 * can't be used.
 */
export async function startOperators({ readOnly, blockListFile }: OperatorsConfig, logger: Logger): Promise<Operators> {
  const blockList = blockListFile === undefined ? nobodyBlocked : await loadBlockList(blockListFile, logger)
  if (blockListFile !== undefined) setInterval(() => void blockList.look(), blockListMs).unref()
  const turned = readOnlySwitch(readOnly, logger)
  process.on('SIGUSR2', () => turned.toggle())
  return { blockList, readOnly: turned }
}
