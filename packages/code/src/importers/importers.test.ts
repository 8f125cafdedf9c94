import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsedHcl } from '../testing/hcl.ts'
import { imported, said } from '../testing/imports.ts'
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

  // Each piece repeats something on which a careless pattern or loop would be slow: what takes a step for each pair of
  // characters needs minutes of the processor. Its time is limited, whatever else the machine does.
  const mostSeconds = 5
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
    '${a}',
    ' -x',
  ]
  it.each(Object.entries(starts).filter(([language]) => language !== 'Terraform'))(
    'of %s that goes on and on is read to its end',
    (_, start) => {
      for (const piece of pieces) {
        const text = start + piece.repeat(Math.floor((longestImport - start.length) / piece.length))
        const before = process.cpuUsage()
        expect(() => imported(text)).not.toThrow()
        expect(process.cpuUsage(before).user / 1e6, piece).toBeLessThan(mostSeconds)
      }
    },
    240_000,
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

  // Each names something long, or causes a note, as often as possible.
  const times = (count: number, piece: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => piece(index)).join('')
  const shell = 'az sig image-version create '
  const script = 'New-AzGalleryImageVersion '
  it.each([
    ['a variable of the shell that doubles', `a=xxxxxxxxxx\n${'a=$a$a\n'.repeat(60)}${shell}-l $a`],
    ['a long variable of the shell', `a=${'x'.repeat(90_000)}\n${shell}-l ${'$a'.repeat(400_000)}`],
    ['a variable in a string of PowerShell', `$a="${'x'.repeat(9000)}"\n${script}-Location "${'$a'.repeat(300_000)}"`],
    [
      'a member of a large hashtable',
      `$a = @{${times(50_000, (index) => `k${index}=1;`)}}\n${script}-Tag @(${'$a.z '.repeat(20_000)})`,
    ],
    ['regions that are open', `${shell}--target-regions ${times(110_000, (index) => `$a${index} `)}`],
    [
      'an expression of a template',
      `{"variables": {"v": "[concat(${`'a',`.repeat(40_000)}'b')]"}, "resources": [{"type": "Microsoft.Compute/galleries/images/versions", "name": "g/d/1.0.0", "properties": {"a": [${`"[variables('v')]",`.repeat(10_000)}1]}}]}`,
    ],
    [
      'a local of Terraform',
      `locals { a = jsonencode({${times(500, (index) => `k${index} = "v"\n`)}}) }\nresource "azurerm_shared_image_version" "v" {\n${times(3000, (index) => `r${index} = local.a\n`)}}`,
    ],
  ])('that names %s very often is read to its end, with two hundred notes at most', (_, text) => {
    const { plan, notes } = imported(text, hcl)
    expect(plan).not.toBeNull()
    expect(notes.length).toBeLessThanOrEqual(200)
  })

  it('of very many notes has the gravest, and says how many are left out', () => {
    const { notes, notesLeftOut } = imported(`${shell}${' --x'.repeat(300)} --tags`)
    expect(notes[0]).toMatchObject({ code: 'OptionValueMissing', severity: 'error' })
    expect([notes.length, notesLeftOut]).toEqual([200, 103])
  })

  it('of a very long word is told without most of it', () => {
    const [note] = imported(`${shell}--${'x'.repeat(900_000)}`).notes.filter(({ code }) => code === 'OptionIgnored')
    expect(String(note?.params['option']).length).toBeLessThan(1000)
  })

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
