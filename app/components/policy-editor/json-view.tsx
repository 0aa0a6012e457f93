import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'

type Props = {
  /** Printed with two spaces where it is JSON, as it is where not. */
  text: string
  ariaLabel: string
}

const pretty = (text: string) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A document to read, numbered line by line, with a button to copy it. */
export function JsonView({ text, ariaLabel }: Props) {
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
            <span key={index} className="u-json-line">
              {`${line}\n`}
            </span>
          ))}
        </pre>
      </section>
    </div>
  )
}
