import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

// A GUID, or as many spaces.
const length = 36

/**
 * Records for whom the process is working, where another process can read it even if this one never finishes that work.
 */
export interface WorkFile {
  /** this sandbox's, until the turn of the event loop is over */
  begin(tenantId: string): void
}

/**
 * If the file can't be written, at once or later, nothing is recorded any longer: whose work it was is then unknown. A
 * write of some bytes needs microseconds, and is not awaited.
 */
export function openWorkFile(path: string): WorkFile {
  let file = opened(path)
  let current = ''
  let over: NodeJS.Immediate | undefined
  const write = (tenantId: string) => {
    if (file === undefined || tenantId === current) return
    current = tenantId
    try {
      writeSync(file, tenantId.padEnd(length), 0)
    } catch {
      // What it says now could blame a sandbox for what another one does later.
      closeSync(file)
      file = undefined
      removeWorkFile(path)
    }
  }
  return {
    begin(tenantId) {
      write(tenantId)
      over ??= setImmediate(() => {
        over = undefined
        write('')
      })
    },
  }
}

/** Whose work the process that wrote the file did not finish; undefined if it was idle. */
export function readWorkFile(path: string): string | undefined {
  try {
    return /^[0-9a-f-]{36}/.exec(readFileSync(path, 'utf8'))?.[0]
  } catch {
    return undefined
  }
}

/** Nothing happens where it can't be removed: the disk is read-only. */
export function removeWorkFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Who reads it next finds what it said last.
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'w', 0o600)
  } catch {
    return undefined
  }
}
