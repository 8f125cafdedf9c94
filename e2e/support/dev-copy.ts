import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')
const left = new Set(['node_modules', 'dist', '.git', '.data', 'test-results', 'release', '.bench'])

/** The project's sources in a separate folder, where a test can edit them. */
export class DevCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'portal-dev-'))
  private running: ChildProcess | undefined

  constructor() {
    cpSync(root, this.folder, { recursive: true, filter: (path) => !left.has(basename(path)) })
    // Third-party packages as links; our own, which are links into the tree there, as links into the copy.
    const packages = join(root, 'node_modules')
    mkdirSync(join(this.folder, 'node_modules'))
    for (const name of readdirSync(packages).filter((each) => each !== '@portal' && each !== '.vite'))
      symlinkSync(join(packages, name), join(this.folder, 'node_modules', name))
    cpSync(join(packages, '@portal'), join(this.folder, 'node_modules/@portal'), {
      recursive: true,
      verbatimSymlinks: true,
    })
  }

  /** Replaces `text`, which must be there, by a longer one in the file at `path`. */
  edit(path: string, text: string, by: string): void {
    const file = join(this.folder, path)
    const before = readFileSync(file, 'utf8')
    if (!before.includes(text)) throw new Error(`${path} has no ${text}`)
    if (by.length < text.length) throw new Error(`${by} is shorter than ${text}`)
    // In one write, without emptying the file first: a watcher on a busy machine reads the empty file, and its library
    // drops the second event because it follows the first by less than 50 ms.
    const descriptor = openSync(file, 'r+')
    writeSync(descriptor, before.replace(text, by), 0)
    closeSync(descriptor)
  }

  /** `npm run dev`, on any free ports; returns the printed address. */
  async start(): Promise<string> {
    const child = spawn('npm', ['run', 'dev'], {
      cwd: this.folder,
      env: { ...process.env, PORT: '0', SIMULATOR_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
      // its own process group, as a terminal creates for what it starts
      detached: true,
    })
    this.running = child
    const lines = createInterface({ input: child.stdout })
    return new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        const url = /is ready: (http:\/\/localhost:\d+)/.exec(line)?.[1]
        if (url !== undefined) resolve(url)
      })
      child.once('exit', (code) => reject(new Error(`npm run dev ended with ${code} before it was ready`)))
    })
  }

  /** Ends it like Ctrl+C, which reaches every process of the terminal, and waits until npm has ended. */
  async stop(): Promise<void> {
    const { running } = this
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const exited = once(running, 'exit')
    this.signal('SIGINT')
    await exited
  }

  remove(): void {
    this.signal('SIGKILL')
    rmSync(this.folder, { recursive: true })
  }

  private signal(name: NodeJS.Signals): void {
    try {
      if (this.running?.pid !== undefined) process.kill(-this.running.pid, name)
    } catch {
      // all of it has ended
    }
  }
}
