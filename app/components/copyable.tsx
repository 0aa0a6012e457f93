import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'

type Props = {
  text: string
  /** What is copied: `ARN`. */
  what: string
  /** Shown instead of the text. */
  display?: string
}

/** A value with a copy button before it. */
export const Copyable = ({ text, what, display = text }: Props) => (
  <CopyToClipboard
    variant="inline"
    textToCopy={text}
    textToDisplay={display}
    copyButtonAriaLabel={`Copy ${what}`}
    copySuccessText={`${what} copied`}
    copyErrorText={`${what} failed to copy`}
  />
)
