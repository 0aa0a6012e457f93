import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'

type Props = {
  /** Printed with two spaces where it is JSON, as it is where not. */
  text: string
  ariaLabel: string
  /** Lines to be seen at once, counted from 1. */
  marks?: { first: number; last: number }[]
}

const pretty = (text: string) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

const isMarked = (marks: NonNullable<Props['marks']>, line: number) =>
  marks.some(({ first, last }) => first <= line && line <= last)

/** A document to read, numbered line by line, with a button to copy it. */
export function JsonView({ text, ariaLabel, marks = [] }: Props) {
  const shown = pretty(text)
  return (
    <div className="u-json">
      <div className="u-json-copy">
        <CopyToClipboard
          copyButtonText="Copy"
          copyButtonAriaLabel={`Copy ${ariaLabel}`}
          textToCopy={shown}
          copySuccessText="JSON copied"
          copyErrorText="JSON failed to copy"
        />
      </div>
      {/* a block that scrolls must be reachable by keyboard, https://www.w3.org/TR/WCAG22/#keyboard */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="u-json-lines" aria-label={ariaLabel} tabIndex={0}>
        <pre>
          {shown.split('\n').map((line, index) => (
            <span
              key={index}
              className={
                isMarked(marks, index + 1) ? 'u-json-line u-json-marked' : 'u-json-line'
              }
            >
              {`${line}\n`}
            </span>
          ))}
        </pre>
      </section>
    </div>
  )
}
