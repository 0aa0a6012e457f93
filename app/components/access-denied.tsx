import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'

import { isServiceError } from '~/engine/errors'
import type { ServiceError } from '~/engine/errors'
import type { Decision, PolicyType } from '~/engine/evaluate/decision'

import { WhyButton } from './explain/why-button'

const troubleshooting =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html'

export const isAccessDenied = (error: unknown): error is ServiceError =>
  isServiceError(error) && error.code === 'AccessDenied'

const kinds: Record<PolicyType, string> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
}

const article = (noun: string) => (/^[aeiou]/.test(noun) ? 'an' : 'a')

/** The box's last line. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function contextOf({ reason, request }: Decision) {
  if (reason.kind === 'explicit-deny') {
    const kind = kinds[reason.policyType]
    return `${article(kind)} ${kind} explicitly denies the action`
  }
  if (reason.kind === 'no-allow') {
    return `no ${kinds[reason.policyType]} allows the ${request.action} action`
  }
  return undefined
}

function linesOf({ decision, message }: ServiceError) {
  if (!decision) return [`Context: ${message}`]
  const { request } = decision
  const [service = '', action = request.action] = request.action.split(':')
  const context = contextOf(decision)
  return [
    `User: ${request.principal.arn ?? ''}`,
    `Service: ${service}`,
    `Action: ${action}`,
    `On resource(s): ${request.resource.arn}`,
    ...(context ? [`Context: ${context}`] : []),
  ]
}

/** The console's box for a refused panel, with a way to the reasons. */
export function AccessDenied({ error }: { error: ServiceError }) {
  const action = error.decision?.request.action ?? 'perform this action'
  const lines = linesOf(error)
  return (
    <Alert
      type="error"
      header="Access denied"
      action={<WhyButton decision={error.decision} />}
    >
      <SpaceBetween size="xs">
        <span>
          You don&apos;t have permission to {action}. To request access, copy the following
          text and send it to your AWS administrator.{' '}
          <Link href={troubleshooting} external variant="primary">
            Learn more about troubleshooting access denied errors.
          </Link>
        </span>
        <div className="u-denied">
          <CopyToClipboard
            variant="button"
            copyButtonText="Copy"
            textToCopy={lines.join('\n')}
            copySuccessText="Details copied"
            copyErrorText="Details failed to copy"
          />
          <div className="u-denied-lines">
            {lines.map((line) => (
              <Box key={line} variant="code" display="block">
                {line}
              </Box>
            ))}
          </div>
        </div>
      </SpaceBetween>
    </Alert>
  )
}

/** A cell or a counter that was refused on its own. */
export const AccessDeniedCell = ({ error }: { error: unknown }) => (
  <StatusIndicator type="error">
    {isAccessDenied(error) ? 'Access denied' : 'Error'}
  </StatusIndicator>
)
