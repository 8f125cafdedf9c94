/** Copies a text that is still being made. Rejects if that fails, or if the browser refuses. */
export async function copyText(text: Promise<string>): Promise<void> {
  const blob = text.then((known) => new Blob([known], { type: 'text/plain' }))
  // Asked for during the click: Safari refuses it once something was waited for.
  // https://webkit.org/blog/10855/async-clipboard-api/
  await Promise.all([text, navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])])
}
