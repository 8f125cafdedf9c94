import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTheme } from '../../theme/theme.ts'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import type { GuidePicture as Picture } from './guide.ts'
import { useHelpTexts } from './help-texts.ts'

const useStyles = makeStyles({
  // A picture is a button as big as itself.
  frame: {
    display: 'block',
    maxWidth: '100%',
    marginBlock: '20px',
    padding: 0,
    overflow: 'hidden',
    cursor: 'zoom-in',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media print': { boxShadow: 'none', breakInside: 'avoid' },
  },
  picture: { display: 'block', maxWidth: '100%', height: 'auto' },
  content: { display: 'block', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  large: { display: 'block', maxWidth: 'none', height: 'auto' },
})

interface Props {
  picture: Picture
  /** what it shows, in words */
  text: string
}

/** A picture of the guide in the reader's theme, which opens in its own size. Its place is kept before it comes. */
export function GuidePicture({ picture, text }: Props) {
  const t = useHelpTexts()
  const styles = useStyles()
  const theme = useTheme()
  const [isLarge, setLarge] = useState(false)
  const { light, dark, width, height } = picture
  const size = { src: theme === 'light' ? light : dark, width, height }
  return (
    <>
      <button type="button" className={styles.frame} aria-label={t.enlarge(text)} onClick={() => setLarge(true)}>
        <img {...size} className={styles.picture} alt={text} loading="lazy" decoding="async" />
      </button>
      {isLarge && (
        <Dialog title={text} size="picture" hasCross onClose={() => setLarge(false)} className={styles.content} isText>
          <img {...size} className={styles.large} alt={text} />
        </Dialog>
      )}
    </>
  )
}
