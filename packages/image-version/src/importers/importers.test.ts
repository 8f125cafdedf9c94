import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { parsedHcl } from '../testing/hcl.ts'
import { imported, said } from './testing.ts'
import { importLanguages, longestImport, longestTerraformImport } from './importers.ts'

const parseHcl = () => ({})
/** HashiCorp's parser, which the portal hands in. */
const hcl = (text: string) => {
  try {
    return parsedHcl(text)
  } catch {
    return undefined
  }
}
const starts = {
  AzureCli: 'az sig image-version create ',
  AzurePowerShell: 'New-AzGalleryImageVersion ',
  ArmTemplate:
    '{"resources": [{"type": "Microsoft.Compute/galleries/images/versions", "name": "g/d/1.0.0", "location": "',
  RestBody: '{"properties": {"publishingProfile": {}}, "location": "',
  Terraform: 'resource "azapi_resource" "x" {',
  PlanFile: '{"$schema": "image-version-plan", ',
}

describe('a text', () => {
  it.each(importLanguages)('is recognised as %s', (language) => {
    expect(imported(starts[language], parseHcl).language).toBe(language)
  })

  it('in no known language is refused, and Bicep with what to do first', () => {
    expect(said(imported('hello'))).toEqual(['error LanguageUnknown'])
    expect(said(imported(''))).toEqual(['error LanguageUnknown'])
    const bicep = "resource v 'Microsoft.Compute/galleries/images/versions@2024-03-03' = {}"
    expect(said(imported(bicep))).toEqual(['error BicepNotCompiled'])
  })

  it('is refused where it is longer or nested deeper than any plan', () => {
    expect(said(imported('a'.repeat(longestImport + 1)))).toEqual([`error TextTooLong ${longestImport}`])
    expect(said(imported('['.repeat(101)))).toEqual(['error TextTooDeep 100'])
    const terraform = starts.Terraform + ' '.repeat(longestTerraformImport) + '}'
    expect(said(imported(terraform, parseHcl))).toEqual([`error TextTooLong ${longestTerraformImport}`])
  })

  // Each piece repeats something on which a careless pattern or loop would take its time. The limit of a test is the proof.
  const pieces = [
    "'",
    '"',
    '`',
    '\\',
    '$',
    '${',
    '$(',
    '<',
    '#',
    '@',
    ' ',
    '\n',
    '--a',
    '-',
    '=',
    ',',
    '$a+',
    '1,',
    "''",
    '`"',
    '\u2018',
    '\u201C',
    '\u2018a',
    '/* ',
    '/*',
    '//',
    '*/',
    '<<E\n',
  ]
  it.each(Object.entries(starts).filter(([language]) => language !== 'Terraform'))(
    'of %s that goes on and on is read to its end',
    (_, start) => {
      for (const piece of pieces) {
        const text = start + piece.repeat(Math.floor((longestImport - start.length) / piece.length))
        expect(() => imported(text)).not.toThrow()
      }
    },
    60_000,
  )

  // What the parser of HCL reads again and again. Other pieces cost it seconds, which no rule here can spare it.
  it.each(['/* ', '/*', '/**/ /*', '<<E\n', '#', '//'])(
    'of Terraform is not held up by %j that goes on and on',
    (piece) => {
      const text = starts.Terraform + piece.repeat(Math.floor((longestTerraformImport - 100) / piece.length))
      expect(() => imported(text, hcl)).not.toThrow()
    },
    20_000,
  )

  it('of any characters is read without an error', () => {
    const characters = fc.constantFrom(
      ...Array.from('az$"\'`\\{}()[]@<>=,;|&#\n \u0000%-+.:~é𝒳'),
      'New-A',
      '--tags ',
      'target_region {',
    )
    const text = fc.tuple(fc.constantFrom(...Object.values(starts)), fc.array(characters, { maxLength: 80 }))
    fc.assert(
      fc.property(text, ([start, rest]) => {
        expect(imported(start + rest.join('')).notes).toBeInstanceOf(Array)
      }),
      { numRuns: 1000 },
    )
  })
})
