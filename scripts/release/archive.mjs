import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @typedef {{ path: string, content: Buffer }} PackedFile path: in the archive, with slashes */

/**
 * All files below a folder.
 * @param {string} folder
 * @param {string} [path] the start of their paths
 * @returns {PackedFile[]}
 * @throws {Error} if something is neither file nor folder: a link would be packed as its target on this machine
 */
export function filesBelow(folder, path = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [file, name] = [join(folder, entry.name), path === '' ? entry.name : `${path}/${entry.name}`]
    if (entry.isDirectory()) return filesBelow(file, name)
    if (!entry.isFile()) throw new Error(`${file} is neither a file nor a folder`)
    return [{ path: name, content: readFileSync(file) }]
  })
}

/**
 * A tar.gz that depends only on names, contents and this time: not on the order, owner, mode or time of the files.
 * POSIX ustar, https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 * @param {PackedFile[]} files
 * @param {number} time of all of them, in seconds since 1970
 * @returns {Buffer}
 */
export function packed(files, time) {
  const blocks = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, content }) => [header(path, content.length, time), content, padding(content.length)])
  const archive = gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 9 })
  archive[9] = 255 // RFC 1952: created on an unknown system, instead of this one
  return archive
}

const padding = (/** @type {number} */ length) => Buffer.alloc((512 - (length % 512)) % 512)

function header(/** @type {string} */ path, /** @type {number} */ size, /** @type {number} */ time) {
  const { name, prefix } = nameAndPrefix(path)
  const block = Buffer.alloc(512)
  const octal = (/** @type {number} */ value, /** @type {number} */ digits) => value.toString(8).padStart(digits, '0')
  block.write(name, 0)
  block.write(octal(0o644, 7), 100)
  block.write(octal(0, 7), 108) // owner and group: root, without a name
  block.write(octal(0, 7), 116)
  block.write(octal(size, 11), 124)
  block.write(octal(time, 11), 136)
  block.write(' '.repeat(8), 148) // the sum's own field, over which it is computed
  block.write('0', 156) // a file
  block.write('ustar\x0000', 257)
  block.write(prefix, 345)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${octal(sum, 6)}\0 `, 148)
  return block
}

/** A path of more than 100 bytes is cut at a slash: up to 155 before it, up to 100 after it. */
function nameAndPrefix(/** @type {string} */ path) {
  const fits = (/** @type {string} */ text, /** @type {number} */ most) => Buffer.byteLength(text) <= most
  if (fits(path, 100)) return { name: path, prefix: '' }
  for (let cut = path.indexOf('/'); cut !== -1; cut = path.indexOf('/', cut + 1)) {
    const [prefix, name] = [path.slice(0, cut), path.slice(cut + 1)]
    if (fits(prefix, 155) && fits(name, 100)) return { name, prefix }
  }
  throw new Error(`${path} is too long for a tar archive`)
}
