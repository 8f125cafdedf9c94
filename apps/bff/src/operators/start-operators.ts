import type { Logger } from '../telemetry/log.ts'
import { loadOperatorsFile, noOperatorsFile, type OperatorsFile } from './operators-file.ts'
import type { Operators } from './operators.ts'

/** How often the file is read again. */
const lookMs = 5_000

export interface OperatorsConfig {
  /** for as long as the process runs */
  readOnly: boolean
  /** undefined: none */
  file: string | undefined
}

interface Surroundings {
  logger: Logger
  /** ms since 1970 */
  now?: () => number
}

interface RunningOperators extends Operators {
  /** until the process ends, whatever the file says */
  setReadOnly(): void
  /** reads the file again, and logs what changes by it or by time */
  look(): Promise<void>
}

/**
 * The decisions of the variables and, from then on, of SIGUSR2 and the file. Throws `ConfigurationFaults` if the file
 * can't be used.
 */
export async function startOperators(config: OperatorsConfig, logger: Logger): Promise<Operators> {
  const operators = await loadOperators(config, { logger })
  setInterval(() => void operators.look(), lookMs).unref()
  process.on('SIGUSR2', () => operators.setReadOnly())
  return operators
}

/** The same without the signal and the interval. */
export async function loadOperators(
  { readOnly, file: path }: OperatorsConfig,
  { logger, now = Date.now }: Surroundings,
): Promise<RunningOperators> {
  const file: OperatorsFile = path === undefined ? noOperatorsFile : await loadOperatorsFile(path, { logger, now })
  let isSet = readOnly
  let wasReadOnly = false
  let told: number | undefined

  const isReadOnly = () => isSet || file.restrictions.isReadOnly
  // One in the future is in effect from then on: until then, each token would be too early.
  const signedOutBefore = () => {
    const { signOutBefore } = file.restrictions
    return signOutBefore !== undefined && signOutBefore <= now() ? signOutBefore : undefined
  }

  function tell(): void {
    if (isReadOnly() !== wasReadOnly) logger.warn({ event: isReadOnly() ? 'read-only-on' : 'read-only-off' })
    wasReadOnly = isReadOnly()
    const before = signedOutBefore()
    if (before !== undefined && before !== told)
      logger.warn({ event: 'everyone-signed-out', before: new Date(before).toISOString() })
    told = before
  }

  tell()
  return {
    get isReadOnly() {
      return isReadOnly()
    },
    isBlocked: ({ tid, oid }) =>
      [tid, `${tid} ${oid}`].some((entry) => file.restrictions.blocked.has(entry.toLowerCase())),
    signedOutBefore,
    troubles: () => file.troubles(),
    setReadOnly() {
      isSet = true
      tell()
    },
    async look() {
      await file.look()
      tell()
    },
  }
}
