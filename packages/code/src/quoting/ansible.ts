import { visibleText } from '@portal/arm'

/**
 * A string of an Ansible playbook that means exactly `value`: in a string that is not marked unsafe, Ansible evaluates
 * the text in curly brackets. Throws `RefusedCharacter`.
 * https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_advanced_syntax.html
 */
export function ansibleQuoted(value: string): string {
  const quoted = `'${visibleText(value).replaceAll("'", "''")}'`
  return /\{[{%#]/.test(value) ? `!unsafe ${quoted}` : quoted
}
