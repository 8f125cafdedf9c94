import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { AzureSimulator } from '@portal/azure-simulator'

export interface PortalProcess {
  url: string
  child: ChildProcess
  /** every line that it has written, those of its log included */
  lines: string[]
  /** what it has written to stderr, line by line */
  complaints: string[]
}

export interface ProcessOptions {
  /** main.ts: the installed portal; a file URL: that of another build */
  entry?: string
  env: Record<string, string>
  nodeOptions?: string[]
  /** its folder for data; by default here */
  cwd?: string
  /** how far any file that it writes can grow, in blocks of 512 bytes: beyond, a write fails as on a full disk */
  fileBlocks?: number
  /** its standard output, instead of a pipe: a descriptor that this process has opened */
  output?: number
}

/**
 * For the environment of a process that a test starts: with it, the process reads the code that an earlier start has
 * compiled, which is half of its own start. Nothing, if preflight.mjs did not start the tests.
 */
export const compiledCode: Record<string, string> = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[0] === 'NODE_COMPILE_CACHE'),
)

/** Starts the portal as a separate process, with only that environment, and waits until it prints its address. */
export function startPortalProcess({
  entry = 'demo.ts',
  env,
  nodeOptions = [],
  cwd,
  fileBlocks,
  output,
}: ProcessOptions): Promise<PortalProcess> {
  const node = [process.execPath, ...nodeOptions, fileURLToPath(new URL(entry, new URL('..', import.meta.url)))]
  // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/ulimit.html; Node.js ignores its signal, so that a write
  // fails, for root too.
  const limited = ['sh', '-c', 'ulimit -f "$0" && exec "$@"', String(fileBlocks)]
  const [command = '', ...args] = fileBlocks === undefined ? node : [...limited, ...node]
  const child = spawn(command, args, {
    env: { ...compiledCode, ...env },
    cwd,
    stdio: ['ignore', output ?? 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const complaints: string[] = []
  return new Promise((resolve, reject) => {
    const onLine = (line: string) => {
      const port = /^Gallery Encryption Portal .*?ready(?:: https?:\/\/[\w.-]*localhost:| on port )(\d+)/.exec(
        line,
      )?.[1]
      if (port !== undefined) resolve({ url: `http://localhost:${port}`, child, lines, complaints })
    }
    read(child.stdout, (line) => {
      lines.push(line)
      onLine(line)
    })
    read(child.stderr, (line) => {
      complaints.push(line)
      process.stderr.write(`${line}\n`)
      // there, if standard output can't be written
      onLine(line)
    })
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code} before it was ready`)))
  })
}

function read(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream !== null) createInterface({ input: stream }).on('line', onLine)
}

/** What demo.ts runs by on a simulator of Azure that outlives it, at any free port. */
export function demonstrationOn({ url, tenantId, applications }: AzureSimulator): Record<string, string> {
  return {
    PORT: '0',
    AZURE_SIMULATOR_URL: url,
    AZURE_SIMULATOR_TENANT_ID: tenantId,
    AZURE_SIMULATOR_PORTAL_CLIENT_ID: applications.portal.clientId,
    AZURE_SIMULATOR_API_CLIENT_ID: applications.api.clientId,
    AZURE_SIMULATOR_API_CLIENT_SECRET: applications.api.clientSecret,
  }
}
