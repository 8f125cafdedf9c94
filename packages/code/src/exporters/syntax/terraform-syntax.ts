import { terraformQuoted } from '../../quoting/terraform.ts'
import { indented, plainLine, type CodeLine } from '../shown/code-line.ts'
import { literalLines, prefixed, type LiteralSyntax } from './literal-lines.ts'

/** How Terraform and Packer write values: https://developer.hashicorp.com/terraform/language/expressions/types */
export const terraformSyntax: LiteralSyntax = {
  object: ['{', '}'],
  list: ['[', ']'],
  key: (name) => `${/^[A-Za-z_]\w*$/.test(name) ? name : terraformQuoted(name)} = `,
  assign: ' = ',
  text: terraformQuoted,
  boolean: String,
  between: '',
  betweenItems: ',',
}

/** A block of the language, for example `resource "type" "name"`, with arguments and blocks in it. */
export function block(header: string, ...parts: CodeLine[][]): CodeLine[] {
  return [plainLine(`${header} {`), ...indented(parts.flat()), plainLine('}')]
}

/** The arguments of a block, without those that are undefined. */
export function blockArguments(values: Record<string, unknown>): CodeLine[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : prefixed(`${name} = `, literalLines(value, terraformSyntax)),
  )
}

// A value of several lines is separated by blank lines.
const oneLineArgument = /^(\s*(?:[\w.]+|"(?:[^"\\]|\\.)*")) = (.*[^{[])$/

/**
 * The lines as `terraform fmt` writes them: with the signs of equality of arguments that follow each other one below
 * the other.
 */
export function aligned(lines: CodeLine[]): CodeLine[] {
  const done: CodeLine[] = []
  let run: { line: CodeLine; name: string; value: string }[] = []
  const endRun = () => {
    const width = Math.max(...run.map(({ name }) => name.length))
    done.push(...run.map(({ line, name, value }) => ({ ...line, text: `${name.padEnd(width)} = ${value}` })))
    run = []
  }
  for (const line of lines) {
    const [, name = '', value = ''] = oneLineArgument.exec(line.text) ?? []
    if (name !== '') run.push({ line, name, value })
    else {
      // The indentation changes with such lines only.
      endRun()
      done.push(line)
    }
  }
  endRun()
  return done
}
