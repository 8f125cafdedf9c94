// Debian's ansible with azure.azcollection, by a playbook whose tasks are the flows.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedFolder, startSharedPython } from '../test/shared-python.mjs'

/** @typedef {{ failed?: boolean, msg?: string, results?: { failed?: boolean, msg?: string }[] }} TaskResult */
/**
 * @typedef {{ _event: string, task: { name: string, duration: { start: string, end: string } }, hosts: Record<string,
 * TaskResult> }} TaskEnd
 */

const onDebian = join(import.meta.dirname, 'ansible-on-debian')
const playbook = join(import.meta.dirname, 'ansible-playbook.yml')

/**
 * Plays it, prints each task's outcome and counts them: tasks after a failed one have not run, and count as failed.
 * @param {Awaited<ReturnType<typeof import('./session.mjs').startClientSession>>} session
 */
export async function ansibleFlows(session) {
  // Each task is a process, in which the collection imports most of the SDKs, whatever it needs of them.
  const shared = await startSharedPython({
    python: '/usr/bin/python3',
    program: join(import.meta.dirname, 'program-of-input.py'),
    env: { PYTHONPATH: onDebian },
  })
  const { stdout, stderr } = await session.run('ansible-playbook', ['--inventory', 'localhost,', playbook], {
    ANSIBLE_HOME: join(session.folder, 'ansible'),
    ANSIBLE_STDOUT_CALLBACK: 'ansible.posix.jsonl',
    ANSIBLE_PYTHON_INTERPRETER: join(sharedFolder, 'az'),
    ...shared,
    ANSIBLE_PIPELINING: '1',
    // Its own names for the SDKs' AZURE_TENANT_ID and AZURE_CLIENT_SECRET.
    AZURE_TENANT: session.tenantId,
    AZURE_SECRET: session.secret,
    PYTHONPATH: onDebian,
  })
  const counts = { passed: 0, failed: 0 }
  const ended = taskEndsIn(stdout)
  for (const { task, hosts } of ended) {
    const [result = {}] = Object.values(hosts)
    const seconds = (Date.parse(task.duration.end) - Date.parse(task.duration.start)) / 1000
    counts[result.failed ? 'failed' : 'passed'] += 1
    console.log(`${result.failed ? 'FAILED' : 'passed'} ${seconds.toFixed(1).padStart(5)} s  ansible: ${task.name}`)
    if (result.failed) console.log(reasonOf(result))
  }
  const named = readFileSync(playbook, 'utf8').match(/^ {4}- name: .+$/gm) ?? []
  const left = named.slice(ended.length).map((line) => line.replace(/^ *- name: /, ''))
  for (const name of left) console.log(`FAILED    0.0 s  ansible: ${name} has not run`)
  if (ended.length === 0) console.log(stdout.slice(-1500), stderr.slice(-1500))
  return { passed: counts.passed, failed: counts.failed + left.length }
}

/** Its output is a line of JSON for each event. */
function taskEndsIn(/** @type {string} */ stdout) {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => /** @type {TaskEnd} */ (JSON.parse(line)))
    .filter(({ _event }) => ['v2_runner_on_ok', 'v2_runner_on_failed'].includes(_event))
}

function reasonOf(/** @type {TaskResult} */ { msg, results = [] }) {
  return [msg, ...results.filter(({ failed }) => failed).map((result) => result.msg)].join('\n').slice(0, 1500)
}
