import { Button } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTexts } from '../i18n/language.ts'

interface Props {
  /** the text for the clipboard */
  text: string
  /** the button's label */
  children: string
  /** its name for screen readers */
  label?: string
  appearance?: 'transparent' | 'secondary'
}

/** Copies a text and says so. If the clipboard is blocked, the text can still be selected by hand. */
export function CopyButton({ text, children, label, appearance = 'secondary' }: Props) {
  const { failure } = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <Button
      size="small"
      appearance={appearance}
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={copy}
      aria-label={label}
    >
      {copied ? failure.copied : children}
    </Button>
  )
}
