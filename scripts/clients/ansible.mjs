// Debian's ansible with azure.azcollection, by a playbook whose tasks are the flows.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ failed?: boolean, msg?: string, results?: { failed?: boolean, msg?: string }[] }} TaskResult */
/** @typedef {{ task: { name: string, duration: { start: string, end: string } }, hosts: Record<string, TaskResult> }} Task */

const playbook = join(import.meta.dirname, 'ansible-playbook.yml')

/**
 * Plays it, prints each task's outcome and counts them: what comes after a task that failed has not been run, and counts
 * as failed.
 * @param {Awaited<ReturnType<typeof import('./session.mjs').startClientSession>>} session
 */
export async function ansibleFlows(session) {
  const { stdout, stderr } = await session.run('ansible-playbook', ['--inventory', 'localhost,', playbook], {
    ANSIBLE_HOME: join(session.folder, 'ansible'),
    ANSIBLE_STDOUT_CALLBACK: 'ansible.posix.json',
    ANSIBLE_PYTHON_INTERPRETER: '/usr/bin/python3',
    ANSIBLE_PIPELINING: '1',
    // Its own names for what the SDKs call AZURE_TENANT_ID and AZURE_CLIENT_SECRET.
    AZURE_TENANT: session.tenantId,
    AZURE_SECRET: session.secret,
    PYTHONPATH: join(import.meta.dirname, 'absent-graph'),
  })
  const named = readFileSync(playbook, 'utf8').match(/^ {4}- name: .+$/gm) ?? []
  const counts = { passed: 0, failed: 0 }
  const tasks = tasksIn(stdout)
  for (const { task, hosts } of tasks) {
    const [result = {}] = Object.values(hosts)
    const seconds = (Date.parse(task.duration.end) - Date.parse(task.duration.start)) / 1000
    counts[result.failed ? 'failed' : 'passed'] += 1
    console.log(`${result.failed ? 'FAILED' : 'passed'} ${seconds.toFixed(1).padStart(5)} s  ansible: ${task.name}`)
    if (result.failed) console.log(reasonOf(result))
  }
  const left = named.slice(tasks.length).map((line) => line.replace(/^ *- name: /, ''))
  for (const name of left) console.log(`FAILED    0.0 s  ansible: ${name} has not run`)
  if (tasks.length === 0) console.log(stderr.slice(-1500))
  return { passed: counts.passed, failed: counts.failed + left.length }
}

/** @returns {Task[]} */
function tasksIn(/** @type {string} */ stdout) {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf('{'))).plays.flatMap(
      (/** @type {{ tasks: Task[] }} */ play) => play.tasks,
    )
  } catch {
    console.log(stdout.slice(-1500))
    return []
  }
}

function reasonOf(/** @type {TaskResult} */ { msg, results = [] }) {
  return [msg, ...results.filter(({ failed }) => failed).map((result) => result.msg)].join('\n').slice(0, 1500)
}
