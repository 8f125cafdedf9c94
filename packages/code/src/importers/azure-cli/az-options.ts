import { errorNote, infoNote, type ImportNote } from '../import-note.ts'
import type { BashWord } from './bash-words.ts'

/** The value of an option, one word for each that az accepts, and its line. */
export interface AzOption {
  words: string[]
  line: number
}

type Arity = 'one' | 'many' | 'flag'

// Each option of `az sig image-version create`, azure-cli 2.74, that concerns the version.
const optionArity = {
  '--resource-group': 'one',
  '--gallery-name': 'one',
  '--gallery-image-definition': 'one',
  '--gallery-image-version': 'one',
  '--subscription': 'one',
  '--location': 'one',
  '--target-regions': 'many',
  '--target-region-encryption': 'many',
  '--target-region-cvm-encryption': 'many',
  '--replica-count': 'one',
  '--storage-account-type': 'one',
  '--replication-mode': 'one',
  '--end-of-life-date': 'one',
  '--exclude-from-latest': 'flag',
  '--allow-replicated-location-deletion': 'flag',
  '--block-deletion-before-end-of-life': 'flag',
  '--tags': 'many',
  '--managed-image': 'one',
  '--virtual-machine': 'one',
  '--image-version': 'one',
  '--os-snapshot': 'one',
  '--data-snapshots': 'many',
  '--data-snapshot-luns': 'many',
  '--os-vhd-uri': 'one',
  '--os-vhd-storage-account': 'one',
  '--data-vhds-uris': 'many',
  '--data-vhds-luns': 'many',
  '--data-vhds-storage-accounts': 'many',
} as const satisfies Record<string, Arity>
export type AzOptionName = keyof typeof optionArity

const otherSpellings: Readonly<Record<string, AzOptionName>> = {
  '-g': '--resource-group',
  '-r': '--gallery-name',
  '-i': '--gallery-image-definition',
  '-e': '--gallery-image-version',
  '-l': '--location',
  '--block-delete-before-eol': '--block-deletion-before-end-of-life',
  '--data-vhds-sa': '--data-vhds-storage-accounts',
}

// Options that az supports and a plan has no place for. They are here so that an abbreviated name means what it means
// to az.
const otherOptions = [
  '--description',
  '--target-edge-zones',
  '--target-edge-zone-encryption',
  '--zone-encryption',
  '--no-wait',
  '--debug',
  '--help',
  '--only-show-errors',
  '--output',
  '--query',
  '--verbose',
]
const allSpellings = [...Object.keys(optionArity), ...Object.keys(otherSpellings), ...otherOptions]

/**
 * The options of one command as az's parser reads them, the last of each; a note for what it would refuse or a plan
 * does not support.
 */
export function azOptions(words: readonly BashWord[]): {
  options: Map<AzOptionName, AzOption>
  notes: ImportNote[]
} {
  const options = new Map<AzOptionName, AzOption>()
  const notes: ImportNote[] = []
  let index = 0
  while (index < words.length) {
    const { text, line } = words[index++] ?? { text: '', line: 0 }
    const [written = '', ...inline] = isOption(text) ? optionAndValue(text) : [text]
    const following: string[] = []
    while (inline.length === 0 && index < words.length && !isOption(words[index]?.text ?? ''))
      following.push(words[index++]?.text ?? '')
    const name = optionNamed(written)
    if (name === undefined) {
      notes.push(infoNote('OptionIgnored', { option: written }, { line }))
      continue
    }
    const values = [...inline, ...following]
    const taken = optionArity[name] === 'many' ? values : values.slice(0, 1)
    if (taken.length === 0 && optionArity[name] !== 'flag')
      notes.push(errorNote('OptionValueMissing', { option: written }, { line }))
    for (const option of values.slice(taken.length)) notes.push(infoNote('OptionIgnored', { option }, { line }))
    options.set(name, { words: taken, line })
  }
  return { options, notes }
}

/** `--name`, or a letter: a value can start with its own `-` only after `=`. */
function isOption(word: string): boolean {
  return /^(--[a-z]|-[a-z])/i.test(word)
}

function optionAndValue(word: string): string[] {
  const equals = word.indexOf('=')
  if (word.startsWith('--')) return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)]
  return word.length === 2 ? [word] : [word.slice(0, 2), word.slice(equals === 2 ? 3 : 2)]
}

/** By its full name, or by an unambiguous prefix. */
function optionNamed(written: string): AzOptionName | undefined {
  const matches = allSpellings.includes(written)
    ? [written]
    : allSpellings.filter((spelling) => written.startsWith('--') && spelling.startsWith(written))
  const [spelling] = matches
  if (matches.length !== 1 || spelling === undefined) return undefined
  return otherSpellings[spelling] ?? azOptionNames.find((name) => name === spelling)
}

const azOptionNames = Object.keys(optionArity).filter((name): name is AzOptionName => name in optionArity)
