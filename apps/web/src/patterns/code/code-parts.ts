import { type CodeLanguage, pipelineExporters, type PipelineLanguage, placeholderPattern } from '@portal/code'

/** What the code pane can show. */
export type ShownLanguage = CodeLanguage | PipelineLanguage

/** What a part of the code is, which decides its colour. */
type PartKind = 'comment' | 'string' | 'name' | 'number'

export interface CodePart {
  kind: PartKind | 'placeholder'
  /** offsets in the text */
  start: number
  end: number
}

const json = /(?<name>"(?:\\.|[^"\\])*"(?=:))|(?<string>"(?:\\.|[^"\\])*")|(?<number>\b(?:\d+|true|false|null)\b)/g
const bash =
  /(?<comment>^#.*$)|(?<name>--[\w-]+|"(?:\\.|[^"\\])*"(?=:))|(?<string>'[^'\n]*'|"(?:\\.|[^"\\\n])*")|(?<number>\b(?:\d+|true|false)\b)/gm
const hcl =
  /(?<comment>^\s*#.*$)|(?<name>[\w.]+(?= +=)|(?<=^\s*)\w+(?= [{"]))|(?<string>"(?:\\.|[^"\\])*")|(?<number>\b(?:\d+|true|false)\b)/gm

const yaml =
  /(?<comment>^ *#.*$)|(?<name>(?<=^[\s-]*)[\w.-]+(?=:))|(?<string>'(?:[^'\n]|'')*')|(?<number>\b(?:\d+|true|false)\b)/gm

const patterns: Record<ShownLanguage, RegExp> = {
  AzureCli: bash,
  Rest: bash,
  ArmTemplate: json,
  AzurePowerShell:
    /(?<comment>^#.*$)|(?<name>\b\w+(?= =)|[@$]\w+|-[A-Z]\w+)|(?<string>'(?:[^'\n]|'')*')|(?<number>\b\d+\b)/gm,
  Bicep:
    /(?<comment>^\/\/.*$)|(?<name>(?<=^\s*)\w+(?=[: ]))|(?<string>'(?:\\.|[^'\\\n])*')|(?<number>\b(?:\d+|true|false)\b)/gm,
  TerraformAzapi: hcl,
  TerraformAzurerm: hcl,
  Packer: hcl,
  Ansible: yaml,
  GitHubActions: yaml,
  AzurePipelines: yaml,
}

const placeholders = new RegExp(placeholderPattern, 'g')
const kinds: readonly PartKind[] = ['comment', 'name', 'string', 'number']

/** Whether it is a pipeline, which has several files. */
export function isPipeline(language: ShownLanguage): language is PipelineLanguage {
  return language in pipelineExporters
}

/** The language whose colors a file gets: the files of a pipeline are in several. */
export function languageOfFile(fileName: string, language: ShownLanguage): ShownLanguage {
  const ending = fileName.split('.').at(-1)
  if (ending === 'json') return 'ArmTemplate'
  if (ending === 'bicep') return 'Bicep'
  return ending === 'sh' ? 'AzureCli' : language
}

/** The colored parts of some lines: enough for reading, not a parser. */
export function codeParts(text: string, language: ShownLanguage): CodePart[] {
  const parts = [...text.matchAll(patterns[language])].flatMap(({ groups, index, 0: match }) => {
    const kind = kinds.find((name) => groups?.[name] !== undefined)
    return kind === undefined ? [] : [{ kind, start: index, end: index + match.length }]
  })
  const toFillIn = [...text.matchAll(placeholders)].map(({ index, 0: match }) => ({
    kind: 'placeholder' as const,
    start: index,
    end: index + match.length,
  }))
  return [...parts, ...toFillIn]
}
