import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { azureClouds, RefusedCharacter } from '@portal/arm'
import { publicCloud, stackCloud } from '@portal/disk-encryption/testing'
import * as fc from 'fast-check'
import { parse, type Command, type HereDoc } from 'unbash'
import { describe, expect, it } from 'vitest'
import { exporters } from '../../exporters/exporters.ts'
import { bashQuoted } from '../../quoting/bash.ts'
import { aCompletePlan } from '../../testing/complete-plans.ts'
import { importRestBody } from '../rest-body.ts'
import { bashScript } from './bash-words.ts'

// What the portal exports for bash is read by a parser that is not ours, unbash, and by our own: both find the same.

const clouds = [publicCloud, azureClouds.AzureUSGovernment, stackCloud]

/** The commands of a script, by unbash. Throws for anything else in it, and for what bash would reject or warn of. */
function commandsOf(text: string): Command[] {
  const { commands, errors } = parse(text)
  if (errors !== undefined) throw new Error(`bash rejects ${text}: ${JSON.stringify(errors)}`)
  return commands.map(({ command }) => {
    if (command.type !== 'Command') throw new Error(`${command.type} is no simple command`)
    if (documentsOf(command).some(({ closing }) => closing === undefined))
      throw new Error(`bash warns of ${text}: a here-document without an end`)
    return command
  })
}

function documentsOf({ redirects }: Command): HereDoc[] {
  return redirects.filter((redirect) => redirect.type === 'HereDoc')
}

function wordsByUnbash(text: string): string[][] {
  return commandsOf(text).map(({ name, args }) =>
    [name, ...args].map((word) => {
      if (word?.type !== 'Word') throw new Error('An assignment is no word')
      return word.value
    }),
  )
}

function wordsByPortal(text: string): string[][] {
  return bashScript(text).commands.map((command) => command.map((word) => word.text))
}

/** What `write` returns; undefined for a value that bash can't represent safely. */
function unlessRefused(write: () => string): string | undefined {
  try {
    return write()
  } catch (error) {
    if (error instanceof RefusedCharacter) return undefined
    throw error
  }
}

function forEveryText(language: 'AzureCli' | 'Rest', property: (text: string) => void) {
  fc.assert(
    fc.property(aCompletePlan, fc.constantFrom(...clouds), (plan, cloud) => {
      const text = unlessRefused(() => exporters[language].exportCode(plan, { cloud }).text)
      fc.pre(text !== undefined)
      property(text)
    }),
    { numRuns: 100 },
  )
}

describe('unbash and the portal read the same', () => {
  it('words in every plan exported for the Azure CLI', () => {
    forEveryText('AzureCli', (text) => {
      expect(wordsByPortal(text)).toEqual(wordsByUnbash(text))
    })
  })

  it('words in every quoted value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const quoted = unlessRefused(() => bashQuoted(value))
        fc.pre(quoted !== undefined)
        expect([wordsByPortal(`az ${quoted}`), wordsByUnbash(`az ${quoted}`)]).toEqual([
          [['az', value]],
          [['az', value]],
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('body in every plan exported as a request', () => {
    forEveryText('Rest', (text) => {
      const documents = commandsOf(text).flatMap(documentsOf)
      expect(documents.map(({ body }): unknown => JSON.parse(body.text))).toEqual([importRestBody(text)?.body])
    })
  })
})

describe('unbash rejects nothing', () => {
  const golden = join(import.meta.dirname, '../../exporters')
  it.each(globSync('**/golden/**/*.{golden.sh,sh.golden}', { cwd: golden }))('in %s', (path) => {
    expect(parse(readFileSync(join(golden, path), 'utf8')).errors).toBeUndefined()
  })
})

it.each([
  ['a quotation mark that is not closed', "az --name='it's'", 'bash rejects'],
  ['a parenthesis that is not closed', 'token=$(az account', 'bash rejects'],
  ['a here-document that does not end', "cat <<'JSON'\n{}", 'bash warns of'],
])('unbash notices %s', (_, text, words) => {
  expect(() => commandsOf(text)).toThrow(words)
})
