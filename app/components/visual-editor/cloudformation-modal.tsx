import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Modal from '@cloudscape-design/components/modal'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { readDocument } from '~/data/documents'
import type { InlineHolder } from '~/data/inline-policies'
import { toTemplate, toYaml } from './cloudformation'

type Props = {
  text: string
  name: string
  holder: InlineHolder | undefined
  onDismiss: () => void
}

const formats = [
  { id: 'yaml', text: 'YAML' },
  { id: 'json', text: 'JSON' },
]

/** The policy as a resource of a CloudFormation template, to copy. */
export function CloudFormationModal({ text, name, holder, onDismiss }: Props) {
  const [format, setFormat] = useState('yaml')
  const document = readDocument(text)
  const template = document && toTemplate(document, name, holder)
  const shown =
    format === 'yaml' ? toYaml(template).trimEnd() : JSON.stringify(template, null, 2)
  return (
    <Modal
      visible
      size="large"
      header="CloudFormation template"
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onDismiss}>
            Close
          </Button>
        </Box>
      }
    >
      {template ? (
        <SpaceBetween size="m">
          <SpaceBetween direction="horizontal" size="s">
            <SegmentedControl
              label="Format of the template"
              options={formats}
              selectedId={format}
              onChange={({ detail }) => setFormat(detail.selectedId)}
            />
            <CopyToClipboard
              copyButtonText="Copy"
              copyButtonAriaLabel="Copy the template"
              textToCopy={shown}
              copySuccessText="Template copied"
              copyErrorText="Template failed to copy"
            />
          </SpaceBetween>
          <div className="u-json">
            {/* a block that scrolls must be reachable by keyboard, https://www.w3.org/TR/WCAG22/#keyboard */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <section className="u-json-lines" aria-label="Template" tabIndex={0}>
              <pre>
                {shown.split('\n').map((line, index) => (
                  <span key={index} className="u-json-line">
                    {`${line}\n`}
                  </span>
                ))}
              </pre>
            </section>
          </div>
        </SpaceBetween>
      ) : (
        <Alert type="error">Fix the JSON syntax errors of the policy first.</Alert>
      )}
    </Modal>
  )
}
