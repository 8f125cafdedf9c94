import { DockerfileParser } from 'dockerfile-ast'

/**
 * What one stage of a Dockerfile says about its image. Only the instructions that ours use are supported.
 * @param {string} dockerfile its text
 * @param {string} name of the stage
 * @returns {{ copies: { from: string | undefined, paths: string[], to: string }[], env: Record<string, string>,
 *   user: string, command: string[], healthcheck: string[] }} command and healthcheck: program and arguments
 */
export function stageOf(dockerfile, name) {
  const stages = []
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    const keyword = instruction.getKeyword()
    const words = instruction.getArguments().map((argument) => argument.getValue())
    if (keyword === 'FROM')
      stages.push({ name: words.at(-1), copies: [], env: {}, user: '', command: [], healthcheck: [] })
    const stage = stages.at(-1)
    if (keyword === 'COPY') {
      const from = instruction.getFlags().find((flag) => flag.getName() === 'from')
      stage.copies.push({ from: from?.getValue() ?? undefined, paths: words.slice(0, -1), to: words.at(-1) })
    } else if (keyword === 'ENV') Object.assign(stage.env, Object.fromEntries(words.map((word) => word.split('='))))
    else if (keyword === 'USER') stage.user = words[0]
    else if (keyword === 'CMD') stage.command = programOf(instruction)
    else if (keyword === 'HEALTHCHECK') stage.healthcheck = programOf(instruction)
  }
  const found = stages.find((stage) => stage.name === name)
  if (found === undefined) throw new Error(`The Dockerfile has no stage ${name}`)
  return found
}

/** The exec form, which starts no shell: a JSON array at the end of the instruction. */
function programOf(/** @type {import('dockerfile-ast').Instruction} */ instruction) {
  const text = instruction.getArgumentsContent() ?? ''
  return JSON.parse(text.slice(text.indexOf('[')))
}
