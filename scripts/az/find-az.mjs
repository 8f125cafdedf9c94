// Finds the Azure CLI for the walk with it, or gets Debian's package.
import { haveCommand } from '../test/debian-command.mjs'

/** Whether `az` is on the PATH, or could be installed now. */
export function findAz() {
  return haveCommand({ command: ['az', 'version'], debianPackage: 'azure-cli', minutes: 8 })
}
