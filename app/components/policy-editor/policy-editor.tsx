import Box from '@cloudscape-design/components/box'
import Spinner from '@cloudscape-design/components/spinner'

import { Soon } from '~/components/ui/soon'
import type { PolicyKind } from '~/engine/policy/finding'
import { lazily } from '~/lib/lazily'

export type PolicyEditorProps = {
  value: string
  onChange: (value: string) => void
  /** Decides which checks there are. */
  kind: PolicyKind
  /** `AWS::S3::Bucket` turns on what holds for bucket policies. */
  resourceType?: string
  ariaLabel: string
  /** Pixels. */
  height?: number
  /** Characters it may have, white space not counted; said below the text. */
  quota?: number
}

/**
 * Characters of a trust policy, unless the account has asked for more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const TRUST_QUOTA = 2048

const AceEditor = lazily(async () => (await import('./ace-editor')).AceEditor)

/** The JSON editor for a policy with its findings below; the editor itself comes when needed. */
export const PolicyEditor = (props: PolicyEditorProps) => (
  <Soon
    fallback={
      <Box textAlign="center" padding="xxl">
        <Spinner /> Loading the editor
      </Box>
    }
  >
    <AceEditor {...props} />
  </Soon>
)
