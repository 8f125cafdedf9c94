// The real az for many commands: one process has loaded the packages that it is made of, and forks for each command.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const folder = join(import.meta.dirname, 'shared')
const { PATH = '' } = process.env

/** @type {ReturnType<typeof startServer> | undefined} */
let started

/** The installed az, and the variables with which the command `az` is the shared one until this process ends. */
export const sharedAz = () => (started ??= startServer())

async function startServer() {
  const installed = PATH.split(delimiter)
    .map((on) => join(on, 'az'))
    .find((file) => existsSync(file))
  const [, python] = /^#! ?(\/\S*python\S*)\n/.exec(installed ? readFileSync(installed, 'utf8') : '') ?? []
  if (!installed || !python)
    throw new Error(`${installed} is not a program in Python, which these tests need: Debian's az is`)
  const child = spawn(python, [join(folder, 'server.py'), installed], {
    // Read when Python starts, so that the commands that have it too would read it too late.
    env: { ...process.env, PYTHONWARNINGS: 'ignore' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const socket = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => undefined)])
  if (socket === undefined) throw new Error(`The process that runs az for the tests did not start: ${child.exitCode}`)
  for (const kept of [child, child.stdin, child.stdout]) kept.unref()
  return { installed, variables: { PATH: `${folder}${delimiter}${PATH}`, TESTS_AZ_SOCKET: String(socket).trim() } }
}
