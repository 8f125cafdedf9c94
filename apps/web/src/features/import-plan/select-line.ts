/** Selects a line, counted from 1, in a text field, and scrolls to it. */
export function selectLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  field.focus()
  field.setSelectionRange(start, start + (lines[line - 1] ?? '').length)
  field.scrollTop = ((line - 1) / lines.length) * field.scrollHeight - field.clientHeight / 2
}
