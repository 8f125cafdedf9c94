import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { blocksOf, type Inline } from './script-blocks.ts'

const useStyles = makeStyles({
  text: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '0.6em',
    overflowWrap: 'anywhere',
    '& > *': { margin: 0 },
    '& code': { fontFamily: tokens.fontFamilyMonospace, fontSize: '0.92em' },
  },
})

/** A text of a script, as text alone: a file can come from anyone. */
export function ScriptText({ text, className }: { text: string; className: string }) {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.text, className)}>
      {blocksOf(text).map((block, at) => {
        if (block.type === 'paragraph') return <p key={at}>{block.content.map(piece)}</p>
        const List = block.numbered ? 'ol' : 'ul'
        return (
          <List key={at}>
            {block.items.map((item, index) => (
              <li key={index}>{item.map(piece)}</li>
            ))}
          </List>
        )
      })}
    </div>
  )
}

function piece({ text, look }: Inline, at: number) {
  switch (look) {
    case 'strong':
      return <b key={at}>{text}</b>
    case 'emphasis':
      return <i key={at}>{text}</i>
    case 'code':
      return <code key={at}>{text}</code>
    default:
      return <span key={at}>{text}</span>
  }
}
