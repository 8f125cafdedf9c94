import type { Ref } from 'react'

interface FileInputProps {
  ref: Ref<HTMLInputElement>
  label: string
  /** as HTML has it; without it, any file */
  accept?: string
  onFile: (file: File) => void
}

/** The hidden field for one file; a button of the page opens it by `ref`. */
export function FileInput({ ref, label, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={accept}
      aria-label={label}
      onChange={({ target }) => {
        const [file] = target.files ?? []
        if (file !== undefined) onFile(file)
        target.value = '' // so that the same file can be chosen again
      }}
    />
  )
}
