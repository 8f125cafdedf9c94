import { haveCommand } from '../../test/debian-command.mjs'

const isThere = (/** @type {string} */ program, /** @type {string} */ debianPackage) =>
  haveCommand({ command: ['sh', '-c', `command -v ${program}`], debianPackage })

/** Whether WebKit's driver and a display for it are on the PATH, or could be installed now. */
export const findWebKit = () => isThere('WebKitWebDriver', 'webkit2gtk-driver') && isThere('Xvfb', 'xvfb')
