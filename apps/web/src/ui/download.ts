/** Hands a text, or its parts, to the browser as a file to be saved. */
export function download(fileName: string, text: string | BlobPart[], type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text].flat(), { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
