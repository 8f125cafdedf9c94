import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

// A GUID, or as many spaces.
const length = 36

/**
 * Says whose work the process is at, where another one can read it even if this one never comes back from that work.
 */
export interface WorkFile {
  /** this sandbox's, until the turn of the event loop is over */
  begin(tenantId: string): void
  close(): void
}

/** A file that cannot be written leaves it unsaid. A write of some bytes takes microseconds, and no wait. */
export function openWorkFile(path: string): WorkFile {
  const file = opened(path)
  let current = ''
  let over: NodeJS.Immediate | undefined
  const write = (tenantId: string) => {
    if (file === undefined || tenantId === current) return
    current = tenantId
    writeSync(file, tenantId.padEnd(length), 0)
  }
  return {
    begin(tenantId) {
      write(tenantId)
      over ??= setImmediate(() => {
        over = undefined
        write('')
      })
    },
    close() {
      clearImmediate(over)
      if (file !== undefined) closeSync(file)
    },
  }
}

/** Whose work the process that wrote the file did not come back from; undefined if it was at nobody's. */
export function readWorkFile(path: string): string | undefined {
  try {
    return /^[0-9a-f-]{36}/.exec(readFileSync(path, 'utf8'))?.[0]
  } catch {
    return undefined
  }
}

export function removeWorkFile(path: string): void {
  rmSync(path, { force: true })
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'w', 0o600)
  } catch {
    return undefined
  }
}
