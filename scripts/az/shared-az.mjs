// The real az for many commands.
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { sharedFolder, startSharedPython } from '../test/shared-python.mjs'

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
  const variables = await startSharedPython({ python, program: installed })
  return { installed, variables: { PATH: `${sharedFolder}${delimiter}${PATH}`, ...variables } }
}
