// The calls of Microsoft Graph as az commands: as text for bash, and run. Both are the same words.
import { AzRefusal, isNotFound } from './az.mjs'
import { jsonText } from './json-text.mjs'

/** @typedef {import('./registration-calls.mjs').GraphCall} GraphCall */

/**
 * The words after `az`, each option with its value; the body comes from standard input. They contain `$GRAPH` and the
 * results of earlier calls as variables.
 * @param {GraphCall} call
 */
function optionsOf({ method, path, headers = {}, yields }) {
  return [
    ['rest', '--method', method],
    ['--resource', '$GRAPH'],
    ['--url', `$GRAPH/v1.0/${path}`],
    ...Object.entries(headers).map(([name, value]) => ['--headers', `${name}=${value}`]),
    ...(yields
      ? [
          ['--query', yields.property],
          ['--output', 'tsv'],
        ]
      : [['--output', 'none']]),
    ['--body', '@-'],
  ]
}

/**
 * The call as bash runs it.
 * @param {GraphCall} call whose texts have a dollar sign only before the name of a variable, no backtick and no backslash
 */
export function bashText(call) {
  const quoted = (/** @type {string} */ word) => (/^[\w@=./-]+$/.test(word) ? word : `"${word}"`)
  const words = optionsOf(call).map((option) => option.map(quoted).join(' '))
  const command = `az ${words.join(' \\\n  ')} <<JSON\n${jsonText(call.body)}\nJSON`
  const { yields } = call
  return `# ${call.title}\n${yields ? `${yields.variable}=$(${command}\n)` : command}`
}

/**
 * Makes the calls, one after the other.
 * @param {GraphCall[]} calls
 * @param {{ az: import('./az.mjs').Az, graph: string, say: (text: string) => void, wait: () => Promise<unknown> }}
 * options
 *   graph: its origin; say: reports each call that was made; wait: five seconds
 * @returns {Promise<Record<string, string>>} their results, by the name of the variable
 * @throws {AzRefusal} at the first that is refused; earlier ones remain
 */
export async function runCalls(calls, { az, graph, say, wait }) {
  /** @type {Record<string, string>} */
  const values = { GRAPH: graph }
  const filled = (/** @type {string} */ text) =>
    text.replaceAll(/\$([A-Z_]+)/g, (variable, name) => values[name] ?? variable)
  for (const call of calls) {
    const words = optionsOf(call).flat().map(filled)
    const body = filled(JSON.stringify(call.body))
    let ended = await az(words, body)
    // Entra ID answers from many places, and new objects are not replicated to all of them at once.
    for (let tries = 0; !ended.ok && isNotFound(ended.stderr) && tries < 12; tries += 1) {
      if (tries === 0) say('waiting  for new objects to appear in Microsoft Entra ID …')
      await wait()
      ended = await az(words, body)
    }
    if (!ended.ok) throw new AzRefusal(`${call.method} ${filled(`$GRAPH/v1.0/${call.path}`)}`, ended.stderr)
    const value = ended.stdout.trim()
    if (call.yields) {
      if (value === '') throw new AzRefusal(call.title, 'someone else just created it. Run this command again.')
      values[call.yields.variable] = value
    }
    const properties = call.changes.map(({ path }) => path).join(', ')
    if (properties !== '') say(`updated  ${call.title}: ${properties}`)
    else say(`created  ${call.title}${value === '' ? '' : `: ${value}`}`)
  }
  return values
}
